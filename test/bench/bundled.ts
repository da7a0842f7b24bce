/**
 * Runs a bench as the product runs: from a bundle, beside the bundles of the processes it starts; they start faster than
 * from sources and need less memory.
 * Run: node test/bench/bundled.ts NAME [arguments of the bench]
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { childSources } from '../../electron/intake/child-entry.ts';
import programs from '../../vite.program.config.ts';

const [name = '', ...rest] = process.argv.slice(2);
const outDir = fileURLToPath(new URL('../../out/bench', import.meta.url));
const input = { [name]: fileURLToPath(new URL(`${name}.ts`, import.meta.url)), ...childSources() };
await build({
  ...programs, configFile: false, logLevel: 'warn',
  build: { ...programs.build, outDir, rolldownOptions: { ...programs.build?.rolldownOptions, input } },
});
execFileSync(process.execPath, [join(outDir, `${name}.js`), ...rest], { stdio: 'inherit' });
