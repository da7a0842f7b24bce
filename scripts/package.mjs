/**
 * Packages the desktop program into out/package/packages, on the system it is for:
 *   npm run package                           the installers of this system
 *   npm run package -- --linux dir            only the folder that would be installed
 *   npm run package -- --electron FOLDER      with Electron's files from there instead of from the network
 *   npm run package -- --out FOLDER           into another folder
 */
import './node-version.mjs';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { writeIcons } from './packaging/icons.mjs';
import { settings } from './packaging/settings.mjs';

const systems = { linux: 'linux', darwin: 'mac', win32: 'win' };
const { values, positionals: targets } = parseArgs({
  allowPositionals: true,
  options: { linux: { type: 'boolean' }, mac: { type: 'boolean' }, win: { type: 'boolean' }, arch: { type: 'string', default: process.arch }, electron: { type: 'string' }, out: { type: 'string' } },
});
const system = ['linux', 'mac', 'win'].find((name) => values[name]) ?? systems[process.platform];
const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'));
// npm runs scripts in the package's folder; INIT_CWD is where the user stood.
const given = (path) => resolve(process.env.INIT_CWD ?? '.', path);
const out = values.out === undefined ? resolve('out/package') : given(values.out);

// electron-builder asks npm for the packages; npm on its own account asks the registry whether there is a newer npm.
process.env.npm_config_update_notifier = 'false';

for (const made of ['app', 'icons', 'packages']) rmSync(join(out, made), { recursive: true, force: true });
writeIcons(join(out, 'icons'));
await build({
  [system]: targets, [values.arch]: true, publish: 'never',
  config: settings({ out, version, electron: values.electron === undefined ? undefined : given(values.electron) }),
});
