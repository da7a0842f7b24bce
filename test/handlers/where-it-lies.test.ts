import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Surroundings, hintsOn } from '../../electron/handlers/where-it-lies.ts';
import { newAssessment, openTestApi, valueOf } from '../builders/api.ts';

const file = { assessment: 'a1', lastSavedAt: '2026-03-01T08:00:00.000Z' };
const at = (path: string, more: Partial<Surroundings> = {}): Surroundings => ({ path, beside: [], above: [], fileSystem: null, ...more });
const inEnglish = (lies: Surroundings, recent: Parameters<typeof hintsOn>[2] = []): readonly string[] => hintsOn(lies, file, recent).map(({ en }) => en.slice(0, 30));

test('a file in a folder of this machine needs no hint', () => {
  expect(inEnglish(at('/home/li/文档/银行.maturity', { beside: ['银行.maturity', '银行 (2).maturity', '别的冲突分析.maturity'], above: [[], [], []], fileSystem: 0xef53 }), [{ path: '/home/li/文档/银行.maturity', ...file }])).toEqual([]);
});

test.each([
  '银行 (conflicted copy 2026-03-01).maturity', '银行 (Li 的冲突副本 2026-03-01).maturity', '银行.sync-conflict-20260301-101010-ABCDEFG.maturity', '银行_conf(1).maturity',
])('a conflict copy beside the file is named: %s', (copy) => {
  const hints = hintsOn(at('/home/li/银行.maturity', { beside: ['银行.maturity', copy] }), file, []);

  expect(hints.map(({ zh, en }) => [zh.includes(copy), en.includes(copy)])).toEqual([[true, true]]);
});

test('a conflict copy that is opened itself says what it is', () => {
  expect(inEnglish(at('/home/li/银行.sync-conflict-20260301-101010-ABCDEFG.maturity'))).toEqual(['This file is a conflict copy: ']);
});

test.each([
  ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/银行.maturity', []], ['C:\\Users\\li\\OneDrive - 示例银行\\评估\\银行.maturity', []],
  ['/home/li/坚果云/银行.maturity', []], ['/home/li/shared/审计/银行.maturity', [[], ['.stfolder']]],
] as const)('a synchronised folder is told: %s', (path, above) => {
  expect(inEnglish(at(path, { above }))).toEqual(['The file lies in the synchroni']);
});

test('a network drive is told, by its path on Windows and by its file system on Linux', () => {
  expect([inEnglish(at('\\\\server\\share\\银行.maturity')), inEnglish(at('/mnt/x/银行.maturity', { fileSystem: 0xfe534d42 })), inEnglish(at('\\\\?\\C:\\评估\\银行.maturity'))]).toEqual([['The file lies on a network dri'], ['The file lies on a network dri'], []]);
});

test('an older copy of what this laptop has seen is told, at the same place and elsewhere', () => {
  const newer = { assessment: 'a1', lastSavedAt: '2026-03-02T08:00:00.000Z' };
  expect([
    inEnglish(at('/home/li/银行.maturity'), [{ path: '/home/li/银行.maturity', ...newer }]),
    inEnglish(at('/home/li/银行.maturity'), [{ path: '/media/stick/银行.maturity', ...newer }]),
    inEnglish(at('/home/li/银行.maturity'), [{ path: '/media/stick/银行.maturity', ...newer, assessment: 'b2' }]),
  ]).toEqual([['This file is older than when t'], ['This laptop has seen a newer c'], []]);
});

test('opening a file beside a conflict copy and in a synchronised folder says so in the header', async () => {
  const api = openTestApi();
  const { fileName, assessment } = await newAssessment(api);
  valueOf(await api.call('closeAssessment', { assessment }));
  const kept = join(api.folder, 'assessments', fileName);
  const path = join(api.folder, '坚果云', fileName);
  mkdirSync(dirname(path));
  copyFileSync(kept, path);
  writeFileSync(path.replace('.maturity', ' (冲突副本).maturity'), '');

  const { hints } = valueOf(await api.call('openAssessment', { file: api.choose(path) }));

  expect(hints.map(({ en }) => en.slice(0, 30))).toEqual(['The folder holds a conflict co', 'The file lies in the synchroni']);
});
