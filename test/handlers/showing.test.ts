import { describe, expect, onTestFinished, test } from 'vitest';
import { createShower, type ShowerLimits } from '../../electron/handlers/showing/shower.ts';
import { database } from '../builders/database.ts';
import { sheetOf, workbook } from '../builders/workbook.ts';

const databaseType = 'application/vnd.sqlite3';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const odd = { entry: new URL('./odd-show-process.ts', import.meta.url), milliseconds: 4_000 };

function shower(limits: Partial<ShowerLimits> = {}) {
  const made = createShower(limits);
  onTestFinished(made.close);
  return made;
}

const entry = (path: string, mediaType = 'text/plain') => ({ path, artefact: `hash of ${path}`, size: 1, mediaType, encoding: mediaType === 'text/plain' ? 'utf-8' : null });
const content = (bytes: Uint8Array) => ({ bytes, beside: null });
const bytes = (text: string) => () => content(Buffer.from(text));

describe('showing a place', () => {
  test('gives the text around it, the lines and the tree', async () => {
    const shown = await shower().ask(entry('a.yaml'), bytes('a: 1\nb:\n  c: 2\n'), { kind: 'place', place: { file: 'a.yaml', pointer: '/0/b/c' } });

    expect(shown).toMatchObject({ kind: 'place', shown: { encoding: 'utf-8', text: 'a: 1\nb:\n  c: 2\n', firstLine: 1, totalLines: 4, lines: [3, 3], picture: { kind: 'tree', several: true } } });
  });

  test('asks for the bytes of a file once, however many nodes are opened in it', async () => {
    const { ask } = shower();
    let asked = 0;
    const read = () => { asked += 1; return content(Buffer.from('{"a":{"b":1}}')); };

    await ask(entry('a.json'), read, { kind: 'place', place: { file: 'a.json', pointer: '' } });
    const branch = await ask(entry('a.json'), read, { kind: 'branch', pointer: '/a', from: 0 });

    expect([branch?.kind === 'branch' && branch.lines?.map(({ pointer }) => pointer), asked]).toEqual([['/a/b'], 1]);
  });

  test('opens databases and workbooks at a row', async () => {
    const { ask } = shower();

    const row = await ask(entry('runs.db', databaseType), () => content(database("CREATE TABLE runs (id TEXT, status TEXT); INSERT INTO runs VALUES ('r1', 'FINISHED'), ('r2', 'FAILED')")), { kind: 'place', place: { file: 'runs.db', pointer: '/runs/2' } });
    const cell = await ask(entry('risks.xlsx', workbookType), () => content(workbook(sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>risk</t></is></c></row><row r="2"><c r="A2"><v>0.5</v></c></row>'))), { kind: 'place', place: { file: 'risks.xlsx', cell: 'S!A2' } });

    expect([row, cell].map((one) => (one?.kind === 'place' && one.shown.picture?.kind === 'table' ? [one.shown.text, one.shown.picture.header, one.shown.picture.rows.filter(({ cited }) => cited)] : one))).toEqual([
      [null, ['id', 'status'], [{ key: '2', cells: ['r2', 'FAILED'], cited: true }]], [null, ['risk'], [{ key: '2', cells: ['0.5'], cited: true }]],
    ]);
  });

  test('a file that breaks the process costs its own picture, and the next file is shown', async () => {
    const { ask } = shower(odd);
    const place = (file: string) => ({ kind: 'place', place: { file, lines: [1, 1] } } as const);

    const answers = [];
    for (const path of ['die', 'say nonsense', 'hang', 'good']) answers.push(await ask(entry(path), bytes('words'), place(path)));

    expect(answers.map((answer) => (answer?.kind === 'place' ? answer.shown.text : answer))).toEqual([null, null, null, 'words']);
  });

  test('ends when left alone and begins again when asked', async () => {
    const { ask } = shower({ idleMilliseconds: 1 });
    let asked = 0;
    const read = () => { asked += 1; return content(Buffer.from('words')); };
    const question = { kind: 'place', place: { file: 'a.txt', lines: [1, 1] } } as const;

    await ask(entry('a.txt'), read, question);
    await new Promise((resume) => { setTimeout(resume, 300); });
    const again = await ask(entry('a.txt'), read, question);

    expect([again?.kind, asked]).toEqual(['place', 2]);
  });
});
