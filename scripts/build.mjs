/** Builds the renderer and the preload script into out/, or returns at once where nothing they are made of has changed. */
import './node-version.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

const sources = ['renderer', 'assessments', 'electron/contract.ts', 'electron/desktop', 'vite.config.ts', 'package-lock.json'];
const configs = ['vite.config.ts', 'electron/desktop/vite.preload.config.ts'];
const stamp = 'out/build-stamp';

function* filesOf(path) {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  for (const entry of entries) if (entry.isFile() && !entry.parentPath.includes('packs')) yield `${entry.parentPath}/${entry.name}`;
}

function fingerprint() {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) => (/\.\w+$/.test(source) ? [source] : [...filesOf(source)])).sort();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Brings out/ up to date; says nothing where it already is. */
export async function buildWhereStale() {
  const want = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want && existsSync('out/renderer/index.html')) return;
  const before = process.env.NODE_ENV;
  // Vite believes a NODE_ENV that is set (a test runner's, say) and would bundle React's development build.
  process.env.NODE_ENV = 'production';
  for (const configFile of configs) await build({ configFile, logLevel: 'warn' });
  if (before !== undefined) process.env.NODE_ENV = before;
  mkdirSync('out', { recursive: true });
  writeFileSync(stamp, want);
}

if (import.meta.main) await buildWhereStale();
