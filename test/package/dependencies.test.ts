import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

type Locked = { readonly version?: string; readonly resolved?: string; readonly integrity?: string; readonly hasInstallScript?: boolean; readonly link?: boolean };
const read = (path: string): unknown => JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));
const manifest = read('package.json') as { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string>; readonly allowScripts: Record<string, boolean> };
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

test('every dependency is pinned to one version', () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});

test('every package of the lock file is known by its hash, and by no address', () => {
  expect(installed.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  expect(installed.filter(([, { resolved, link }]) => resolved !== undefined || link === true)).toEqual([]);
});

test('only the package that brings Node may run a script when it is installed', () => {
  // fsevents and electron-winstaller have scripts that nothing here needs; set-up runs none but that of node.
  const known = ['electron-winstaller', 'fsevents', 'node'];
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path.replace(/^.*node_modules\//, ''));

  expect(scripted.filter((name) => !known.includes(name))).toEqual([]);
  expect(manifest.allowScripts).toEqual({ node: true });
  expect(readFileSync(fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url)), 'utf8')).toContain("npm('ci', '--include=dev', '--ignore-scripts'");
});
