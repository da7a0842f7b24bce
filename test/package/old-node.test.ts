import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));
const older = oldNode();
/** Read before anything is installed, or by other scripts only. */
const parts = new Set(['setup.mjs', 'builds.mjs', 'licences.mjs', 'prepare-packs.mjs', 'chromium.mjs']);
const scripts = readdirSync(join(project, 'scripts')).filter((name) => name.endsWith('.mjs') && !parts.has(name)).map((name) => `scripts/${name}`);

// Where the machine has no older Node of its own, there is nothing to be told.
describe.skipIf(older === undefined)('a Node that is too old', () => {
  test.each(['bin/maturity.mjs', ...scripts])('is told so by %s, in one sentence of both languages', (script) => {
    const { status, stdout, stderr } = spawnSync(older ?? '', [script], { cwd: project, encoding: 'utf8' });
    const [zh, en, ...more] = stderr.trimEnd().split('\n');

    expect({ status, stdout, more }).toEqual({ status: 1, stdout: '', more: [] });
    expect([zh, en]).toEqual([expect.stringMatching(/需要 Node 24 或更新版本，当前为 \d+\.\d+\.\d+；请.+。$|需要 Node 24.+。$/), expect.stringMatching(/needs Node 24 or newer; this is \d+\.\d+\.\d+\. Start it/)]);
  });
});

/** The machine's own Node, where it is older than the project's. */
function oldNode(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter((folder) => folder !== '' && !folder.includes('node_modules'));
  const found = folders.map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node')).filter((path) => existsSync(path));
  return found.find((path) => Number(spawnSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).stdout) < 24);
}
