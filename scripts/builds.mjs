/** What is built into out/, of what, and whether it is still what the sources say. No dependency: the programs ask before they load anything. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';

/** Each has a folder in out/ and a stamp beside it. `landmark` is the file without which the folder is worth nothing. */
export const builds = {
  renderer: { config: 'vite.config.ts', landmark: 'index.html', sources: ['renderer', 'assessments', 'electron/contract.ts', 'electron/contract', 'vite.config.ts', 'package-lock.json'] },
  preload: { config: 'electron/desktop/vite.preload.config.ts', landmark: 'preload.cjs', sources: ['electron/desktop', 'electron/contract.ts', 'electron/contract', 'package-lock.json'] },
  program: { config: 'vite.program.config.ts', landmark: 'maturity.js', sources: ['electron', 'assessments', 'scripts/licences.mjs', 'scripts/prepare-packs.mjs', 'vite.program.config.ts', 'package-lock.json'] },
};

export const stampOf = (name) => `out/${name}.stamp.json`;

/** The stamp of the last build, or null where there is none to be believed. */
export function readStamp(name, root = '.') {
  try {
    const stamp = JSON.parse(readFileSync(`${root}/${stampOf(name)}`, 'utf8'));
    return existsSync(`${root}/out/${name}/${builds[name].landmark}`) ? stamp : null;
  } catch {
    return null;
  }
}

/** Whether no source was touched since the build: looks at names, sizes and times, which takes milliseconds. */
export function isFresh(name, root = '.') {
  return readStamp(name, root)?.touched === lastTouch(name, root);
}

/** A fingerprint of names, sizes and times of all sources. The time of the last change of a file cannot be set back by hand. */
export function lastTouch(name, root = '.') {
  const hash = createHash('sha256');
  for (const file of sourcesOf(name, root)) {
    const { size, mtimeMs, ctimeMs } = statSync(`${root}/${file}`);
    hash.update(`${file} ${size} ${mtimeMs} ${ctimeMs}\n`);
  }
  return hash.digest('hex');
}

/** A fingerprint of what the sources say. */
export function contentOf(name, root = '.') {
  const hash = createHash('sha256');
  for (const file of sourcesOf(name, root)) hash.update(`${file}\n`).update(readFileSync(`${root}/${file}`));
  return hash.digest('hex');
}

// Packs, character maps and the evidence of the sample are read when the program runs; nothing is built of them.
const data = new Set(['packs', 'credit-scoring-delivery', 'character-maps']);

function sourcesOf(name, root) {
  return builds[name].sources.flatMap((source) => (/\.\w+$/.test(source) ? [source] : filesBelow(source, root))).filter((file) => existsSync(`${root}/${file}`)).sort();
}

function filesBelow(folder, root) {
  if (!existsSync(`${root}/${folder}`)) return [];
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return data.has(entry.name) ? [] : filesBelow(path, root);
    return entry.isFile() ? [path] : [];
  });
}
