import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReportInput, type ReportOptions, buildReport } from '#assessments';
import { writePdf } from '../../../electron/export/pdf/write-pdf.ts';
import { evidenceFile, ratedUpTo, reportInput, reportPack, reportRating } from '../../builders/report-input.ts';

const pack = reportPack();
const found = (program: string) => spawnSync(program, ['-v']).error === undefined;
const tools = { pdftotext: found('pdftotext'), qpdf: found('qpdf'), pdfinfo: found('pdfinfo') };
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'report-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const rated = { ratings: [...ratedUpTo(pack, 2).slice(1), reportRating('1.1.1-L1-1', 'F', { rationale: '现场查看 😀，记录齐全。' })] };
const written = (input: ReportInput) => writePdf(buildReport(input));
const ratedReport = (options: Partial<ReportOptions> = {}) => written(reportInput({ pack, state: rated, options }));
const run = (program: string, args: readonly string[], bytes: Uint8Array): string => {
  const path = join(folder, 'report.pdf');
  writeFileSync(path, bytes);
  const { stdout, stderr, status } = spawnSync(program, args.map((arg) => (arg === 'FILE' ? path : arg)), { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
};
const textOf = (bytes: Uint8Array) => run('pdftotext', ['-raw', 'FILE', '-'], bytes).replace(/\s+/g, '');

test('the same report is the same bytes, in every language and however often', async () => {
  for (const language of ['zh', 'en', 'both'] as const) expect(Buffer.compare(Buffer.from(await ratedReport({ language })), Buffer.from(await ratedReport({ language })))).toBe(0);
});

test('the file is tagged, in its language, with outline and title, and knows nothing of the machine', async () => {
  const text = Buffer.from(await ratedReport({ language: 'en' })).toString('latin1');

  expect(['/MarkInfo', '/StructTreeRoot', '/Lang (en)', '/Outlines', '/DisplayDocTitle true', '/S /H1', '/S /H2', '/S /Table', '/S /TH', '/S /TD', '/S /Figure', '/S /TOC', '/Type /FontDescriptor'].filter((part) => !text.includes(part))).toEqual([]);
  expect(/\/home\/|\/root|\/tmp|\/Users\//.test(text)).toBe(false);
});

test('title and organisation with signs of markup leave the metadata well-formed', async () => {
  const bytes = Buffer.from(await written(reportInput({ pack, state: { organisation: 'A&B <风控>' }, options: { depth: 'executive' } })));

  const xmp = /<rdf:li xml:lang="x-default">([^]*?)<\/rdf:li>/.exec(bytes.toString('utf8'))?.[1];
  expect(xmp).toBe('A＆B ＜风控＞ · 零售风控模型 · MLOps 成熟度评估报告');
});

test.skipIf(!tools.qpdf)('the file is sound', async () => {
  for (const language of ['zh', 'both'] as const) expect(run('qpdf', ['--check', 'FILE'], await ratedReport({ language }))).toContain('No syntax or stream encoding errors');
});

test.skipIf(!tools.pdftotext)('the text can be copied as it was written, signs without a glyph as their code points', async () => {
  const text = textOf(await ratedReport());

  const texts = ['一页结论', '五项首要差距', '每条要求由评估人评为N（不满足）、P（部分满足）、L（大部分满足）、F（全部满足）或NA（不适用，须写明理由）。', '理由：现场查看[U+1F600]，记录齐全。', 'a'.repeat(64), 'deploy/rollout.yaml#/0', '第2页，共'];
  expect(texts.filter((one) => !text.includes(one))).toEqual([]);
});

test.skipIf(!tools.pdftotext)('every requirement is on the pages of the full report, in both languages', async () => {
  const text = textOf(await ratedReport({ language: 'both' }));

  const missing = pack.groups.flatMap(({ requirements }) => requirements).filter(({ zh, en }) => !text.includes(zh.replace(/\s+/g, '')) || !text.includes(en.replace(/\s+/g, '')));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test.skipIf(!tools.pdfinfo)('the executive report is two pages', async () => {
  for (const language of ['zh', 'en'] as const) for (const state of [{}, rated]) {
    const bytes = await written(reportInput({ pack, state, options: { depth: 'executive', language } }));
    expect(/Pages:\s+(\d+)/.exec(run('pdfinfo', ['FILE'], bytes))?.[1]).toBe('2');
  }
});

test('texts of any length and kind are set without end and without loss of the file', async () => {
  const long = '很长的理由，'.repeat(2_000);
  const unbroken = `${'x'.repeat(3_000)}/${'y'.repeat(500)}.yaml`;
  const state = {
    ratings: [reportRating('1.1.1-L1-1', 'P', { rationale: long }), reportRating('1.1.1-L2-1', 'P', { rationale: unbroken })], scope: long.slice(0, 900), organisation: '', project: '\u202E反',
    intakes: [{ id: 'i', label: '', at: '', author: { id: 'a', name: '', role: '' }, files: [evidenceFile(unbroken, 'e'), evidenceFile('', 'f')] }],
  };
  const bytes = await written(reportInput({ pack, state, options: { language: 'both' } }));

  expect(Buffer.from(bytes.slice(-6)).toString('latin1')).toBe('%%EOF\n');
  if (tools.pdftotext) expect(textOf(bytes).split('很长的理由，').length - 1).toBeGreaterThanOrEqual(2_000);
});
