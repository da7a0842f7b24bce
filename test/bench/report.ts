/**
 * A full report (PDF and workbook) of an assessment as large as the whole standard — 32 sub-items, 352 requirements all
 * rated with a rationale, 2,000 facts in 400 files — against LibreOffice converting the workbook it produced, in the
 * same run. Prints times, ratios, sizes and the largest memory. Run: node test/bench/report.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReportInput, buildReport } from '#assessments';
import { writePdf } from '../../electron/export/pdf/write-pdf.ts';
import { writeXlsx } from '../../electron/export/xlsx/write-xlsx.ts';
import { anUpdateStrategy } from '../builders/facts.ts';
import { aCheck, aPack } from '../builders/packs.ts';
import { evidenceFile, reportInput, reportRating } from '../builders/report-input.ts';

const rounds = 3;
const office = 'soffice';
const work = mkdtempSync(join(tmpdir(), 'report-bench-'));
process.once('exit', () => { rmSync(work, { recursive: true, force: true }); });

const input = wholeStandard();
const times: Record<string, number[]> = { 'model': [], 'pdf': [], 'xlsx': [], 'soffice': [] };
for (let round = 0; round < rounds; round += 1) {
  const document = await timed('model', () => buildReport(input));
  const pdf = await timed('pdf', () => writePdf(document));
  const xlsx = await timed('xlsx', () => writeXlsx(document));
  writeFileSync(join(work, 'report.xlsx'), xlsx);
  await timed('soffice', convert);
  if (round === 0) console.log(`PDF ${Math.round(pdf.length / 1024)} kB, XLSX ${Math.round(xlsx.length / 1024)} kB`);
}

const middle = (name: string): number => (times[name] ?? []).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
for (const [name, all] of Object.entries(times)) console.log(`${name.padEnd(8)} ${all.map((time) => `${Math.round(time)} ms`).join(', ')}`);
const ours = middle('model') + middle('pdf') + middle('xlsx');
console.log(`report against LibreOffice: ${(ours / middle('soffice')).toFixed(2)} (middle of ${rounds}); first ${(sumFirst() / (times['soffice']?.[0] ?? Number.NaN)).toFixed(2)}`);
console.log(`largest memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

function sumFirst(): number {
  return ['model', 'pdf', 'xlsx'].reduce((sum, name) => sum + (times[name]?.[0] ?? 0), 0);
}

async function timed<Value>(name: string, work: () => Value | Promise<Value>): Promise<Value> {
  const start = performance.now();
  const value = await work();
  times[name]?.push(performance.now() - start);
  return value;
}

function convert(): void {
  const { status, error } = spawnSync(office, ['--headless', `-env:UserInstallation=file://${work}/office`, '--convert-to', 'pdf', '--outdir', work, join(work, 'report.xlsx')]);
  if (error !== undefined || status !== 0) throw new Error('This benchmark needs LibreOffice (soffice).');
}

function wholeStandard(): ReportInput {
  const subItems = Array.from({ length: 32 }, (_, index) => `${1 + (index >> 3)}.${1 + ((index >> 2) % 2)}.${1 + (index % 4)}`);
  const tree = Object.fromEntries([1, 2, 3, 4].map((domain) => [domain, Object.fromEntries([1, 2].map((item) => [`${domain}.${item}`, subItems.filter((id) => id.startsWith(`${domain}.${item}.`))]))]));
  const levels = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5];
  const pack = aPack({ tree, subItems: Object.fromEntries(subItems.map((id) => [id, { requirements: levels.map((level, index) => ({
    id: `${id}-L${level}-${index + 1}`, level,
    zh: `第 ${index + 1} 条要求：组织在用的各类运行环境和服务方式都经同一部署入口部署，入口之外没有生产部署，并有记录可查。`,
    en: `Requirement ${index + 1}: every kind of runtime in use and every mode of service is deployed through one entry point, nothing reaches production past it, and this is on record.`,
    checks: [aCheck({ id: `${id}-L${level}-${index + 1}.check`, where: `f.steps == ${index}`, raises: { zh: '出示最近三次更新的记录', en: 'Show the records of the last three updates' } })],
  })) }])) });
  const requirements = pack.groups.flatMap((group) => group.requirements);
  const files = Array.from({ length: 400 }, (_, index) => evidenceFile(`repository/services/service-${index}/deploy/rollout.yaml`, (index % 16).toString(16)));
  return reportInput({
    pack, facts: Array.from({ length: 2_000 }, (_, index) => anUpdateStrategy({ file: files[index % files.length]?.path ?? '', steps: index % 400, subject: `service-${index}` })),
    readings: files.map(({ path }) => ({ path, importer: 'kubernetes', diagnostics: [] })),
    state: {
      ratings: requirements.map(({ id, level }, index) => reportRating(id, level < 3 ? 'F' : (['P', 'L', 'N'] as const)[index % 3] ?? 'P', { rationale: '现场查看了最近三次更新记录，发布单与清单一致，批准人、执行人和时间均可查。' })),
      intakes: [{ id: 'intake', label: 'repository', at: '2026-03-01T02:00:00.000Z', author: { id: 'a', name: 'a', role: '' }, files }],
    },
    options: { language: 'both', depth: 'full' },
  });
}
