import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { logShape, requestMatchShape } from '../../electron/cli/shapes.ts';
import { commandFolder } from '../builders/commands.ts';

const { folder, maturity } = commandFolder();

beforeAll(() => {
  mkdirSync(join(folder, 'back'));
  for (const name of ['MD-223-L2-2 部署清单.txt', 'MD-223-L2-1.txt', '最近更新的工单.txt', 'holiday.txt']) writeFileSync(join(folder, 'back', name), `${name} 的内容`);
});
const match = async (...more: readonly string[]) => requestMatchShape.parse(JSON.parse((await maturity('requests', 'match', 'a.maturity', 'back', '--domain', '2.2.3', '--json', ...more)).out));

test('a returned folder is only looked at, and with --apply taken in and linked in one action, once', async () => {
  expect(await maturity('new', '--out', 'a.maturity', '--org', '示例银行')).toMatchObject({ code: 0 });
  const looked = await match();
  const applied = await match('--apply');
  const again = await maturity('requests', 'match', 'a.maturity', 'back', '--domain', '2.2.3', '--apply');
  const { events } = logShape.parse(JSON.parse((await maturity('log', 'a.maturity', '--json')).out));

  const byCode = [{ file: 'MD-223-L2-1.txt', code: 'MD-223-L2-1', requirement: '2.2.3-L2-1' }, { file: 'MD-223-L2-2 部署清单.txt', code: 'MD-223-L2-2', requirement: '2.2.3-L2-2' }];
  const possible = looked.matches.filter(({ certainty }) => certainty === 'possible').length;
  expect([looked.files, looked.applied, looked.matches.some(({ linked }) => linked)]).toEqual([4, null, false]);
  expect([applied.applied, applied.matches.filter(({ linked }) => linked).length, applied.matches.length - possible]).toEqual([expect.objectContaining({ offered: 4, taken: 4, duplicates: 0, refused: 0, links: expect.arrayContaining(byCode) as unknown }), applied.applied?.links.length, applied.applied?.links.length]);
  expect(new Set(events.filter(({ type }) => ['evidence.added', 'link.added'].includes(type)).map(({ batch }) => batch)).size).toBe(1);
  expect([again.code, again.out.includes('of 4 files, 0 are new, 4 were there already, 0 were refused'), again.out.split('linked before').length - 1, again.out.includes('Linked 0.')]).toEqual([0, true, applied.applied?.links.length, true]);
}, 60_000);

test('a folder that is not there is refused before anything is taken in', async () => {
  expect(await maturity('requests', 'match', 'a.maturity', 'nowhere', '--apply')).toMatchObject({ code: 2, error: 'There is nothing at “nowhere”; check the path of the evidence.' });
});
