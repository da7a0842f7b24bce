import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { writeHostileEvidence } from '../offline/payloads/hostile-evidence.ts';
import { payloads } from '../offline/payloads/texts.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
/** What the arguments of a command can carry. */
const typed = payloads.map((text) => text.toWellFormed().replaceAll('\u0000', '')).filter((text) => text.length < 1_000);

function maturity(...words: readonly string[]): { readonly status: number | null; readonly out: string; readonly error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/maturity.mjs', ...words], { cwd: project, encoding: 'utf8', maxBuffer: 512 * 1024 ** 2 });
  return { status, out: stdout, error: stderr };
}

/** Sums and counts over columns of the workbook, with marks of ratings. */
const ownFormula = /^(?:(?:SUM|COUNTIFS)\((?:(?:'[\p{L} ]+'!)?\$[A-Z]\$\d+:\$[A-Z]\$\d+|,|\$[A-Z]\d+|"(?:<>)?\p{L}{1,8}")+\)\+?)+$/u;

/** The parts of a workbook by name. */
async function partsOf(path: string): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  const zip = await fromBufferPromise(readFileSync(path));
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}

function isWellFormed(xml: string): boolean {
  let broken = false;
  const parser = new SaxesParser();
  parser.on('error', () => { broken = true; });
  parser.write(xml).close();
  return !broken;
}

describe('hostile evidence by command, up to the reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-hostile-'));
  const [evidence, out] = [join(folder, 'evidence'), join(folder, 'out')];
  const file = join(out, 'assessment.maturity');
  let assessed: ReturnType<typeof maturity>;

  beforeAll(() => {
    writeHostileEvidence(evidence);
    assessed = maturity('assess', '--evidence', evidence, '--out', out, '--accept-suggestions', '--org', typed.slice(0, 6).join(' '), '--project', typed.slice(70, 90).join(' ').slice(0, 190));
    const requirements = [...maturity('catalogue', 'show', 'model-delivery').out.matchAll(/^ {4}(\S+) {2}/gm)].map(([, id]) => id ?? '');
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = requirements.filter((_id, at) => at % 4 === 0).map((id, at) => [id, 'P', typed[at % typed.length]?.slice(0, 70) ?? '', 'low', typed.slice((3 * at) % typed.length, (3 * at) % typed.length + 3).join(' ')].map(cell).join(','));
    writeFileSync(join(folder, 'ratings.csv'), `requirement,value,assessor,confidence,rationale\n${rows.join('\n')}\n`);
    maturity('rate', file, '--from', join(folder, 'ratings.csv'));
    maturity('report', file, '--out', out);
  }, 240_000);
  afterAll(() => { rmSync(folder, { recursive: true, force: true, maxRetries: 5 }); });

  test('the folder is assessed, and hundreds of texts are rated', () => {
    expect([assessed.status, assessed.error]).toEqual([0, '']);
    expect(maturity('log', file).out).toContain('onerror');
  });

  test('what stands in the terminal has no sign that steers it, and no line that is not ours', () => {
    const said = [['facts', evidence], ['suggest', evidence], ['log', file], ['score', file], ['plan', file], ['verify', file], ['facts', join(folder, 'no\u001b[31msuch\u202e')]].map((words) => maturity(...words));

    for (const { out: lines, error } of said) expect([unseen.exec(lines)?.[0], unseen.exec(error)?.[0]]).toEqual([undefined, undefined]);
    expect(said.flatMap(({ out: lines }) => lines.split('\n')).filter((line) => /^(?:FINDING|b\/|=|\S*PASSED)/.test(line))).toEqual([]);
    expect(said.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0, 0, 2]);
  });

  test('documents for programs stay whole, and no name in them becomes a prototype', () => {
    const { facts } = JSON.parse(maturity('facts', evidence, '--json').out) as { readonly facts: readonly object[] };
    const result = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as object;

    expect(facts.length).toBeGreaterThan(1_000);
    expect([Object.getPrototypeOf(result), ...new Set(facts.map((fact): unknown => Object.getPrototypeOf(fact)))]).toEqual([Object.prototype, Object.prototype]);
    expect(JSON.stringify(facts)).toContain('onerror');
  });

  test('the workbook has no formula but its own, no link, no outside part and no broken one', async () => {
    const parts = await partsOf(join(out, 'report.xlsx'));
    const all = [...parts].filter(([name]) => /\.(?:xml|rels|vml)$/.test(name));

    expect(all.filter(([, xml]) => !isWellFormed(xml)).map(([name]) => name)).toEqual([]);
    expect(all.flatMap(([name, xml]) => [...xml.matchAll(/<(?:\w+:)?(?:hyperlink|ddeLink|externalReference|oleLink|webPr|dataConnection)\b[^>]*>|TargetMode="External"/g)].map(([found]) => `${name}: ${found}`))).toEqual([]);
    expect(all.flatMap(([, xml]) => [...xml.matchAll(/<f\b[^>]*>([^<]*)/g)].map(([, formula = '']) => formula.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'))).filter((formula) => !ownFormula.test(formula))).toEqual([]);
    const whole = all.map(([, xml]) => xml).join('');
    expect([whole.includes('onerror='), whole.includes('[U+202E]'), /[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/.exec(whole)?.[0]]).toEqual([true, true, undefined]);
  });

  test('the PDF has no action, no link that leaves it and no file within', () => {
    const pdf = readFileSync(join(out, 'report.pdf'), 'latin1');

    expect([...pdf.matchAll(/\/(?:URI|JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|GoToR|SubmitForm|ImportData|RichMedia)\b/g)].map(([found]) => found)).toEqual([]);
  });

  test.skipIf(spawnSync('pdftotext', ['-v']).status !== 0)('the text of the PDF reads as it was written, every unseen sign by its code', () => {
    const text = spawnSync('pdftotext', ['-layout', join(out, 'report.pdf'), '-'], { encoding: 'utf8', maxBuffer: 256 * 1024 ** 2 }).stdout;
    const odd = /(?![\n\f])[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

    expect([odd.exec(text)?.[0], text.includes('[U+202E]'), text.includes('<script>'), text.includes('评')]).toEqual([undefined, true, true, true]);
  });
});
