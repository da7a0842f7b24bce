import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Header } from '#contract';
import type { TestApi } from '../builders/api.ts';
import { importFrom, newAssessment, openTestApi, valueOf } from '../builders/api.ts';
import { verifyAt } from '../../electron/storage/verify-at.ts';

// Every backup is verified by a process of its own, which takes its time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const requirement = '2.2.3-L1-1';
const of = ({ assessment }: Header) => ({ assessment });

async function rate(api: TestApi, { assessment }: Pick<Header, 'assessment'>, rationale = ''): Promise<void> {
  valueOf(await api.call('rate', { assessment, requirements: [requirement], value: 'P', confidence: null, rationale, accepted: [] }));
}

function folderOf(api: TestApi): string {
  const root = join(api.folder, 'user/backups');
  return join(root, readdirSync(root)[0] ?? '');
}

describe('a backup', () => {
  test('made by hand is verified, listed first, and can be drilled', async () => {
    const api = openTestApi();
    const header = await newAssessment(api);
    await importFrom(api, header.assessment);
    const before = valueOf(await api.call('readBackups', of(header)));
    valueOf(await api.call('makeBackup', of(header)));
    await rate(api, header);
    const { rows, folder, problem } = valueOf(await api.call('makeBackup', of(header)));
    const drilled = await Promise.all(rows.map(({ backup }) => api.call('drillBackup', { assessment: header.assessment, backup })));

    expect([before.rows, rows.map(({ verified }) => verified), rows[0]!.events - rows[1]!.events, problem]).toEqual([[], [true, true], 1, null]);
    expect(drilled.map(valueOf).map(({ ok, events, firstFault }) => [ok, events, firstFault])).toEqual(rows.map(({ events }) => [true, events, null]));
    expect([folder, readdirSync(join(api.folder, 'runs')).filter((name) => name.startsWith('drill'))]).toEqual([folderOf(api), []]);
    expect(readdirSync(folder).filter((name) => !/\.(maturity|json)$/.test(name))).toEqual([]);
  });

  test('is in a folder that only its owner can enter, as a file only they can read', async () => {
    const api = openTestApi();
    valueOf(await api.call('makeBackup', of(await newAssessment(api))));
    const folder = folderOf(api);

    expect([folder, ...readdirSync(folder).map((name) => join(folder, name))].map((path) => statSync(path).mode & 0o077)).toEqual(process.platform === 'win32' ? expect.any(Array) : [0, 0, 0]);
  });

  test('is restored as a file beside the assessment, again and again, and never over anything', async () => {
    const api = openTestApi();
    const header = await newAssessment(api);
    const { rows: [backup] } = valueOf(await api.call('makeBackup', of(header)));
    await rate(api, header);
    const restore = async () => valueOf(await api.call('restoreBackup', { assessment: header.assessment, backup: backup!.backup }));
    const [first, second] = [await restore(), await restore()];

    expect([first.organisation, first.problem, first.assessed, second.name]).toEqual(['示例银行', null, 0, first.name.replace('.maturity', ' (2).maturity')]);
    expect(readdirSync(join(api.folder, 'assessments')).filter((name) => name.endsWith('.maturity')).sort()).toEqual([header.fileName, first.name, second.name].sort());
    const opened = valueOf(await api.call('openAssessment', { file: second.file }));
    expect([opened.fileName, verifyAt(join(api.folder, 'assessments', first.name)).ok]).toEqual([second.name, true]);
  });

  test('that is damaged later fails its drill, and is not restored', async () => {
    const api = openTestApi();
    const header = await newAssessment(api);
    const { rows: [backup], folder } = valueOf(await api.call('makeBackup', of(header)));
    const path = join(folder, `${backup!.backup}.maturity`);
    const bytes = readFileSync(path);
    bytes.fill(0x20, bytes.indexOf('示例银行'), bytes.indexOf('示例银行') + 12);
    writeFileSync(path, bytes);

    const drilled = await api.call('drillBackup', { assessment: header.assessment, backup: backup!.backup });
    expect(drilled).toMatchObject({ ok: true, value: { ok: false, firstFault: { kind: 'event-changed' } } });
  });

  test('nobody knows of is not found', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);

    expect(await api.call('drillBackup', { assessment, backup: '../../preferences' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    expect(await api.call('restoreBackup', { assessment, backup: 'none' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });
});

describe('backups that make themselves', () => {
  test('closing makes one where something changed, and none where nothing did', async () => {
    const api = openTestApi(undefined, { backsUpByItself: true });
    const header = await newAssessment(api);
    await rate(api, header);
    valueOf(await api.call('closeAssessment', of(header)));
    const file = api.choose(join(api.folder, 'assessments', header.fileName));
    await vi.waitFor(() => { expect(readdirSync(folderOf(api)).filter((name) => name.endsWith('.json'))).toHaveLength(1); }, 20_000);
    const again = valueOf(await api.call('openAssessment', { file }));
    const { rows } = valueOf(await api.call('readBackups', of(again)));
    valueOf(await api.call('closeAssessment', of(again)));
    await api.close();

    expect([rows.map(({ verified }) => verified), readdirSync(folderOf(api)).filter((name) => name.endsWith('.maturity')).length]).toEqual([[true], 1]);
  });

  test('ending the program waits until what it copied is verified', async () => {
    const api = openTestApi(undefined, { backsUpByItself: true });
    await rate(api, await newAssessment(api));
    await api.close();

    expect(readdirSync(folderOf(api)).map((name) => name.slice(name.lastIndexOf('.'))).sort()).toEqual(['.json', '.maturity']);
  });

  test('one is made when it is due, and none where nothing changed or none is wanted in between', async () => {
    const api = openTestApi(undefined, { backsUpByItself: true });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const header = await newAssessment(api);
      const count = async (): Promise<number> => valueOf(await api.call('readBackups', of(header))).rows.length;
      const look = async (): Promise<void> => { await vi.advanceTimersByTimeAsync(60_000); };
      await look();
      const tooSoon = await count();
      api.later(1);
      valueOf(await api.call('setSettings', { backupMinutes: 0 }));
      await look();
      const notWanted = await count();
      valueOf(await api.call('setSettings', { backupMinutes: 30 }));
      await look();
      await vi.waitFor(async () => { expect(await count()).toBe(1); }, 60_000);
      api.later(1);
      await look();
      const unchanged = await count();
      valueOf(await api.call('closeAssessment', of(header)));

      expect([tooSoon, notWanted, unchanged]).toEqual([0, 0, 1]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('the same file can be opened again while it is being closed', async () => {
    const api = openTestApi(undefined, { backsUpByItself: true });
    const header = await newAssessment(api);
    await rate(api, header);
    const file = api.choose(join(api.folder, 'assessments', header.fileName));
    const closing = api.call('closeAssessment', of(header));
    const opened = await api.call('openAssessment', { file });

    expect([(await closing).ok, opened.ok && opened.value.assessment !== header.assessment]).toEqual([true, true]);
  });

  test('what is worked on while the copy is made is not lost, and the copy holds', async () => {
    const api = openTestApi(undefined, { backsUpByItself: true });
    const header = await newAssessment(api);
    const making = api.call('makeBackup', of(header));
    const both = api.call('makeBackup', of(header));
    await rate(api, header, '同时');
    await importFrom(api, header.assessment);
    const { rows } = valueOf(await making);
    await both;

    expect([rows.length, rows[0]?.verified, valueOf(await api.call('verify', of(header))).ok]).toEqual([1, true, true]);
  });
});

describe('the reminder to take a copy away', () => {
  test('is for changes that no delivered copy holds, after the days that were set', async () => {
    const api = openTestApi();
    const header = await newAssessment(api);
    const due = async (): Promise<readonly [boolean, boolean]> => {
      const { copyDue, lastCopyAt } = valueOf(await api.call('readBackups', of(header)));
      return [copyDue, lastCopyAt !== null];
    };
    const atFirst = await due();
    api.later(8);
    const afterAWeek = await due();
    const { download } = valueOf(await api.call('saveCopy', of(header)));
    const madeOnly = await due();
    api.handles.takeOffer(download);
    const delivered = await due();
    api.later(8);
    const unchanged = await due();
    await rate(api, header);
    const changed = await due();

    expect([atFirst, afterAWeek, madeOnly, delivered, unchanged, changed]).toEqual([[false, false], [true, false], [true, false], [false, true], [false, true], [true, true]]);
  });
});

test('the folder of backups is made only when there is one to keep', async () => {
  const api = openTestApi();
  valueOf(await api.call('readBackups', of(await newAssessment(api))));

  expect(existsSync(join(api.folder, 'user/backups'))).toBe(false);
});
