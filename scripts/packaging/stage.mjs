/** Lays out what the packaged program consists of, from a list of what may be in it: nothing comes along because it lay beside. */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildInto } from '../build.mjs';
import { writeLicences } from '../licences.mjs';
import { preparePacks } from '../prepare-packs.mjs';

/** Built afresh and from nothing, so that no file of an earlier build is left in it. */
const built = ['renderer', 'preload', 'program'];
const data = ['assessments/packs', 'electron/sample/credit-scoring-delivery', 'electron/character-maps'];
const font = '@expo-google-fonts/noto-sans-sc';
const fontFiles = ['package.json', 'LICENSE', 'LICENSE_FONT', '400Regular/NotoSansSC_400Regular.ttf', '600SemiBold/NotoSansSC_600SemiBold.ttf'];
const databaseFiles = ['package.json', 'LICENSE', ...['binding', 'database', 'index', 'sqlite-error', 'util'].map((name) => `lib/${name}.js`), 'lib/methods'];
const pictureFiles = ['package.json', 'LICENSE', 'index.js', 'js-binding.js'];
const solverFiles = ['package.json', 'LICENSE', 'build/highs.mjs', 'build/highs.wasm'];
const pictureParts = { 'linux-x64': 'linux-x64-gnu', 'linux-arm64': 'linux-arm64-gnu', 'darwin-x64': 'darwin-x64', 'darwin-arm64': 'darwin-arm64', 'win32-x64': 'win32-x64-msvc', 'win32-arm64': 'win32-arm64-msvc' };

/** Makes the folder for one system, such as `linux-x64`. */
export async function stage(folder, target) {
  const part = pictureParts[target];
  const native = `@resvg/resvg-js-${part}`;
  if (part === undefined || !existsSync(`node_modules/${native}`)) throw new Error(`The native parts for ${target} are not installed here: package on that system.`);

  rmSync(folder, { recursive: true, force: true });
  const bundled = [];
  for (const name of built) bundled.push(...await buildInto(name, resolve(folder, 'out', name)));
  // Started by npm only; the packaged program starts with Electron.
  rmSync(join(folder, 'out/program/start.js'));
  writeLicences(join(folder, 'out/licences.json'), bundled);
  await preparePacks(join(folder, 'out/packs.json'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);

  for (const path of data) copy(path, join(folder, path));
  takeFrom(font, fontFiles, folder);
  takeFrom('better-sqlite3', [...databaseFiles, `prebuilds/${target}.node`], folder);
  takeFrom('@resvg/resvg-js', pictureFiles, folder);
  takeFrom('highs', solverFiles, folder);
  takeFrom(native, ['package.json', ...readdirSync(`node_modules/${native}`).filter((name) => name.endsWith('.node'))], folder);
}

function manifest() {
  const { name, version, description, license, type } = JSON.parse(readFileSync('package.json', 'utf8'));
  return { name, productName: 'MLOps Maturity Workbench', version, description, license, type, main: 'out/program/desktop.js' };
}

function takeFrom(name, files, folder) {
  for (const file of files) copy(`node_modules/${name}/${file}`, join(folder, 'node_modules', name, file));
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true });
}
