import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReportInput, buildReport } from '#assessments';
import { writeXlsx } from '../../../electron/export/xlsx/write-xlsx.ts';
import { anUpdateStrategy } from '../../builders/facts.ts';
import { evidenceFile, ratedUpTo, reportInput, reportPack, reportRating } from '../../builders/report-input.ts';

const pack = reportPack();
const written = (input: ReportInput) => writeXlsx(buildReport(input));
const rated = () => reportInput({ pack, state: { ratings: ratedUpTo(pack, 2).slice(0, 15) } });
const program = 'soffice';
const office = spawnSync(program, ['--version']).error === undefined;
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'workbook-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** The parts of a zip by name, and the date each entry carries. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, { readonly text: string; readonly date: number }> {
  const zip = Buffer.from(bytes);
  const parts = new Map<string, { text: string; date: number }>();
  let at = zip.readUInt32LE(zip.length - 6);
  for (let left = zip.readUInt16LE(zip.length - 12); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [number, number, number];
    const local = zip.readUInt32LE(at + 42), size = zip.readUInt32LE(at + 20), method = zip.readUInt16LE(at + 10);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const raw = zip.subarray(start, start + size);
    parts.set(zip.toString('utf8', at + 46, at + 46 + name), { text: (method === 8 ? inflateRawSync(raw) : raw).toString('utf8'), date: zip.readUInt32LE(at + 12) });
    at += 46 + name + extra + comment;
  }
  return parts;
}

test('the same report is the same bytes, and no entry carries the time of writing', async () => {
  const [first, second] = [await written(rated()), await written(rated())];

  expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  expect(new Set([...partsOf(first).values()].map(({ date }) => date))).toEqual(new Set([0x0021_0000]));
});

test('the full workbook has its sheets, tables, filters, frozen heads, choices and pictures', async () => {
  const parts = partsOf(await written(rated()));
  const all = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet')).map(([, { text }]) => text).join('');

  expect([...parts.get('xl/workbook.xml')!.text.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual(['摘要', '等级', '等级由来', '分级要求', '一致性', '差距与措施', '证据', '溯源', '事实', '方法']);
  expect({
    tables: [...parts.keys()].filter((name) => /^xl\/tables\/.*xml$/.test(name)).length, pictures: [...parts.keys()].filter((name) => name.endsWith('.png')).length,
    frozen: all.split('state="frozen"').length - 1 >= 5, choices: all.includes('&quot;N,P,L,F,NA&quot;'), rules: all.includes('<conditionalFormatting'),
  }).toEqual({ tables: 16, pictures: 2, frozen: true, choices: true, rules: true });
});

test('counts are formulas over the requirements, with the numbers they must give', async () => {
  const levels = partsOf(await written(rated())).get('xl/worksheets/sheet2.xml')!.text;

  const formulas = [...levels.matchAll(/<f>([^<]*)<\/f><v>(\d+)<\/v>/g)].map(([, formula, value]) => [formula!.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'), Number(value)] as const);
  expect(formulas.map(([, value]) => value)).toEqual([5, 5, 4, 4, 5, 5, 1, 3, 15, 17]);
  expect([formulas[1]![0], formulas[8]![0]]).toEqual([`COUNTIFS('分级要求'!$B$5:$B$21,$A4,'分级要求'!$F$5:$F$21,"<>NA")`, 'SUM($G$4:$G$7)']);
});

test.skipIf(!office)('a spreadsheet program reckons the same numbers', { timeout: 60_000 }, async () => {
  const path = join(folder, 'report.xlsx');
  writeFileSync(path, await written(rated()));
  spawnSync(program, ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2', '--outdir', folder, path]);

  const rows = readFileSync(join(folder, 'report-等级.csv'), 'utf8').split('\n').filter((line) => /^(\d\.\d\.\d|合计)/.test(line)).map((line) => line.split(',').slice(6, 8).map(Number));
  expect(rows).toEqual([[5, 5], [4, 4], [5, 5], [1, 3], [15, 17]]);
});

test('nothing of the input becomes a formula, a link or a broken part', async () => {
  const nasty = ['=HYPERLINK("http://x")', '+1', '-1', '@x', '\t=1', 'a\u0000\uFFFE\uD800b', '_x0041_', '字'.repeat(40_000)];
  const state = {
    organisation: '=cmd|A1', project: nasty[5]!, scope: nasty[0]!,
    ratings: nasty.map((rationale, index) => reportRating(`1.1.1-L${(index % 5) + 1}-1`, 'P', { rationale, event: `e${index}`, author: { id: `${index}`, name: nasty[index % 5]!, role: '' } })),
    intakes: [{ id: 'i', label: nasty[4]!, at: '', author: { id: 'a', name: 'a', role: '' }, files: nasty.map((path, index) => evidenceFile(path.slice(0, 200), String(index))) }],
  };
  const bytes = await written(reportInput({ pack, state, facts: [anUpdateStrategy({ subject: '=1+1', file: '=x.yaml' })] }));
  const parts = partsOf(bytes);

  const formulas = [...parts].flatMap(([name, { text }]) => (name.startsWith('xl/worksheets') ? [...text.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula!) : []));
  expect(formulas.filter((formula) => !/^(COUNTIFS|SUM)\(/.test(formula))).toEqual([]);
  const xml = [...parts].filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels')).map(([, { text }]) => text);
  expect(xml.filter((text) => /<hyperlink |TargetMode="External"|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&#x?0*(?:0|8|1F|FFFE|FFFF);/.test(text))).toEqual([]);
  expect(parts.get('xl/sharedStrings.xml')!.text).toContain('_x005F_x0041_');
  expect(parts.get('xl/sharedStrings.xml')!.text).toMatch(/原文过长，此处截断，共 40\d{3} 个字符/);
});

test('the properties of the document name the program and the date of the report, nobody else', async () => {
  const core = partsOf(await written(rated())).get('docProps/core.xml')!.text;

  expect([...core.matchAll(/<(dc:creator|cp:lastModifiedBy|dcterms:created|dcterms:modified)[^>]*>([^<]*)</g)].map(([, name, value]) => [name, value])).toEqual([
    ['dc:creator', 'MLOps Maturity Workbench'], ['cp:lastModifiedBy', 'MLOps Maturity Workbench'], ['dcterms:created', '2026-03-02T16:30:00Z'], ['dcterms:modified', '2026-03-02T16:30:00Z'],
  ]);
});
