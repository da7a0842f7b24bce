/** Builds the screens, the preload script and the programs into out/, or returns at once where nothing they are made of has changed. */
import './node-version.mjs';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { builds, contentOf, isFresh, lastTouch, readStamp, stampOf } from './builds.mjs';

const licenceFile = 'out/licences.json';
const packsFile = 'out/packs.json';
const lock = 'out/.building';
const staleAfterMs = 3 * 60_000;
/** Programs that still run may want the files of the build before. */
const keptForMs = 60 * 60_000;

/** Brings out/ up to date; says nothing where it already is. */
export async function buildWhereStale() {
  if (Object.keys(builds).every((name) => isFresh(name)) && existsSync(licenceFile) && existsSync(packsFile)) return;
  const unlock = await takeLock();
  try {
    for (const name of Object.keys(builds)) await bringUpToDate(name);
    const { preparePacks } = await import('./prepare-packs.mjs');
    await preparePacks(packsFile);
    const { writeLicences } = await import('./licences.mjs');
    writeLicences(licenceFile, ['renderer', 'program'].flatMap((name) => readStamp(name)?.packages ?? []));
  } finally {
    unlock();
  }
}

async function bringUpToDate(name) {
  const stamp = readStamp(name);
  const touched = lastTouch(name);
  if (stamp?.touched === touched) return;
  const content = contentOf(name);
  const packages = stamp?.content === content ? stamp.packages : await build(name);
  writeFileSync(stampOf(name), JSON.stringify({ touched, content, packages }));
}

/** Builds beside and then moves file by file: whoever starts meanwhile never sees half a file. Returns the folders of the packages that went in. */
async function build(name) {
  const beside = resolve(`out/.${name}-${process.pid}`);
  try {
    const packages = await buildInto(name, beside);
    moveInto(beside, resolve(`out/${name}`));
    return packages;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** One build into a folder of its own; returns the folders of the packages that went in. */
export async function buildInto(name, folder) {
  const vite = await import('vite');
  const before = process.env.NODE_ENV;
  const packages = new Set();
  // Vite believes a NODE_ENV that is set (a test runner's, say) and would bundle React's development build.
  process.env.NODE_ENV = 'production';
  try {
    await vite.build({ configFile: builds[name].config, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true }, plugins: [packageTeller(packages)] });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
  return [...packages].sort();
}

function packageTeller(packages) {
  return {
    name: 'tell-packages',
    generateBundle: (_options, bundle) => {
      for (const { moduleIds = [] } of Object.values(bundle)) for (const id of moduleIds) {
        const folder = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/.exec(id.replaceAll('\\', '/'))?.[0];
        if (folder !== undefined) packages.add(folder.slice(folder.indexOf('node_modules/')));
      }
    },
  };
}

/** Files that are named by others go last; those of an earlier build go when nobody can want them any more. */
function moveInto(from, to) {
  const files = filesIn(from).sort((one, other) => Number(isNamedByContent(other)) - Number(isNamedByContent(one)));
  for (const file of files) {
    mkdirSync(dirname(`${to}/${file}`), { recursive: true });
    if (!same(`${from}/${file}`, `${to}/${file}`)) renameSync(`${from}/${file}`, `${to}/${file}`);
  }
  const current = new Set(files);
  for (const file of filesIn(to)) {
    if (!current.has(file) && Date.now() - statSync(`${to}/${file}`).mtimeMs > keptForMs) rmSync(`${to}/${file}`, { force: true });
  }
}

const isNamedByContent = (file) => /-[\w-]{8}\.\w+$/.test(file);
const filesIn = (folder) => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(folder.length + 1));
const same = (one, other) => existsSync(other) && readFileSync(one).equals(readFileSync(other));

/** Two commands started at once: one builds, the other waits. A lock left by a killed build goes stale. */
async function takeLock() {
  mkdirSync('out', { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return () => { rmSync(lock, { recursive: true, force: true }); };
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem;
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > staleAfterMs) rmSync(lock, { recursive: true, force: true });
      else await new Promise((done) => { setTimeout(done, 100); });
    }
  }
}

if (import.meta.main) await buildWhereStale();
