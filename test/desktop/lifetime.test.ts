import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { assemble } from '../../electron/shell/assemble.ts';
import { openAssessment } from '../../electron/storage/store.ts';
import { openDeviceKey, openSealedDeviceKey } from '../../electron/user/device-key.ts';
import * as double from './electron-double/electron.ts';
import { canRun, startShell, type PageWindow, type Shell } from './shell.ts';

declare const window: Window & PageWindow & { readonly start: { readonly open: string } };

const { seen } = double;

describe.skipIf(!canRun)('the life of the desktop shell', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'maturity-lifetime-'));
  let shell: Shell;
  let file = '';
  beforeAll(async () => {
    for (const folder of ['user', 'assessments']) mkdirSync(join(elsewhere, folder));
    const { api, close } = assemble({ shell: 'browser', file: undefined, folders: { user: join(elsewhere, 'user'), assessments: join(elsewhere, 'assessments') } });
    await api.call('setIdentity', { name: '李明', role: '主评估师' });
    const made = await api.call('createAssessment', { organisation: '示例银行', project: '风控', scope: '', pack: 'model-delivery', target: 3, policy: 'strict', rollup: 'minimum' });
    file = api.fileOf(made.ok ? made.value.assessment : '') ?? '';
    await close();
    shell = await startShell(['--some-switch', file, `file://${encodeURI(file)}`]);
  });
  afterAll(() => { rmSync(elsewhere, { recursive: true, force: true }); });

  test('its own data, its crash files and its windows stay in the user\'s folder', () => {
    expect([seen.name, seen.paths.get('userData'), seen.paths.get('sessionData'), seen.paths.get('crashDumps')]).toEqual(['MLOps Maturity Workbench', join(shell.userFolder, 'electron'), join(shell.userFolder, 'electron'), join(shell.userFolder, 'crashes')]);
    expect(process.platform === 'win32' || ['electron', 'crashes'].every((name) => (statSync(join(shell.userFolder, name)).mode & 0o077) === 0)).toBe(true);
  });

  test('a file named at its start is opened by its first window, and stands in the system\'s list of recent documents', async () => {
    const here = await shell.page();
    await here.evaluate(() => window.api.call('setIdentity', { name: '李明', role: '主评估师' }));
    const opened = await here.evaluate(() => window.api.call('openAssessment', { file: window.start.open }));

    expect([opened.ok, seen.windows.length, seen.windows[0]?.represented, seen.recent]).toEqual([true, 1, file, [file]]);
  });

  test('what is recorded bears the fingerprint of the device\'s key, which the system\'s key store keeps', async () => {
    const rated = await (await shell.page()).evaluate(async () => {
      const start = await window.api.call('start', {});
      const opened = start.ok ? await window.api.call('openAssessment', { file: start.value.recent[0]?.file ?? '' }) : start;
      return opened.ok ? window.api.call('rate', { assessment: opened.value.assessment, requirements: ['2.2.2-L2-1'], value: 'L', confidence: null, rationale: '', accepted: [] }) : opened;
    });

    expect([rated.ok, existsSync(join(shell.userFolder, 'device-key.sealed')), existsSync(join(shell.userFolder, 'device-key.pem'))]).toEqual([true, true, false]);
  });

  test('ending the program closes every file whole, leaves no temporary file, and has nothing to log', async () => {
    const { userFolder } = shell;
    double.app.quit();
    await vi.waitFor(() => { expect(seen.ended).toBe(true); }, 50_000);

    const store = openAssessment(file, { surroundings: { now: () => new Date(0), newId: () => '0199d000-0000-7000-8000-000000000000', device: 'test' } });
    const device = store.events().at(-1)?.device;
    store.close();
    const log = { bug: () => '' };
    const turned = { seal: (text: string) => Promise.resolve(Buffer.from(text)), open: (sealed: Uint8Array) => Promise.resolve({ text: [...Buffer.from(sealed).toString()].reverse().join(''), worn: false }) };
    expect([existsSync(join(userFolder, 'workbench.log')), readdirSync(join(userFolder, 'runs')), readdirSync(join(elsewhere, 'assessments')).length, device]).toEqual([false, [], 1, (await openSealedDeviceKey({ userFolder, log }, turned)).fingerprint]);
    expect(openDeviceKey({ userFolder, log }).fingerprint).not.toBe(device);
    await shell.end();
  }, 60_000);
});
