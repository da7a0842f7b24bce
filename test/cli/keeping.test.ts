import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { backupsShape } from '../../electron/cli/shapes.ts';
import { commandFolder } from '../builders/commands.ts';

const { folder, maturity } = commandFolder();

beforeAll(async () => {
  mkdirSync(join(folder, 'evidence'));
  for (const name of ['secret.txt', 'fine.txt']) writeFileSync(join(folder, 'evidence', name), `${name} 的内容`);
  expect(await maturity('assess', '--evidence', 'evidence', '--out', 'out')).toMatchObject({ code: 0 });
}, 120_000);

test('backups lists those of this machine, makes one, and drills it', async () => {
  const none = await maturity('backups', 'out/assessment.maturity');
  const made = await maturity('backups', 'out/assessment.maturity', '--make', '--drill', '--json');
  const { backups } = backupsShape.parse(JSON.parse(made.out));

  expect([none.code, none.out]).toEqual([0, 'There is no backup of this assessment on this machine yet; --make makes one.']);
  expect([made.code, backups.map(({ verified, holds }) => [verified, holds])]).toEqual([0, [[true, true]]]);
  expect((await maturity('backups', 'out/assessment.maturity')).out).toContain('1 backup in ');
}, 120_000);

test('purge takes bytes out of the file, says where they may still be, and verify agrees', async () => {
  const purged = await maturity('purge', 'out/assessment.maturity', '--path', 'secret.txt', '--reason', '客户个人信息');
  const bytes = readFileSync(join(folder, 'out/assessment.maturity'));

  expect(purged).toMatchObject({ code: 0, error: '', out: expect.stringContaining('Copies handed out') as string });
  expect(['secret.txt 的内容', 'fine.txt 的内容'].map((text) => bytes.includes(text))).toEqual([false, true]);
  expect((await maturity('verify', 'out/assessment.maturity')).code).toBe(0);
}, 120_000);

test('purge needs a reason and a file that is there', async () => {
  expect(await maturity('purge', 'out/assessment.maturity', '--path', 'secret.txt', '--reason', ' ')).toMatchObject({ code: 2, error: 'Purging needs a reason (--reason).' });
  expect(await maturity('purge', 'out/assessment.maturity', '--path', 'nothing', '--reason', 'x')).toMatchObject({ code: 2, error: 'The assessment has no evidence file “nothing”; check the path.' });
}, 120_000);
