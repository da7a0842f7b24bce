import { expect, test } from 'vitest';
import { type Block, type Cell, type ReportDocument, buildReport, placeText } from '#assessments';
import { evidenceFile, ratedUpTo, reportInput, reportPack, reportRating } from '../builders/report-input.ts';

const pack = reportPack();
const second = (document: ReportDocument) => {
  const [, from, to] = document.pages.flatMap((block, index) => (block.kind === 'page-break' ? [index] : [])).reduce<number[]>((all, one) => [...all, one], [0]);
  return document.pages.slice(from! + 1, to ?? document.pages.length);
};
const tableOf = (blocks: readonly Block[], id: string) => blocks.find((block) => block.kind === 'table' && block.id === id) as Extract<Block, { kind: 'table' }>;
const words = (value: unknown): string => JSON.stringify(value);
const cellsOf = (blocks: readonly Block[]): readonly Cell[] => blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => (row.kind === 'cells' ? row.cells : [])) : []));

test('the same input gives the same document', () => {
  expect(words(buildReport(reportInput({ pack })))).toBe(words(buildReport(reportInput({ pack }))));
});

test('page 2 of an unrated file leads with what the evidence supports, contradicts and lacks, and states no level', () => {
  const page = second(buildReport(reportInput({ pack })));

  expect(page.map((block) => (block.kind === 'table' ? block.id : block.kind))).toEqual(['heading', 'paragraph', 'figures', 'result.supported', 'result.contradicted', 'result.lacking', 'paragraph']);
  expect(page.flatMap((block) => (block.kind === 'figures' ? block.figures.map(({ value }) => value) : []))).toEqual(['1', '1', '1', '14', '3', '2']);
  expect(words(tableOf(page, 'result.supported'))).toContain('deploy/rollout.yaml#/0');
});

test('a cited place whose lines are known is told by file and lines, in the pages and in the trace', () => {
  const input = reportInput({ pack });
  const [fact] = input.facts;
  const document = buildReport(reportInput({ pack, lines: [[placeText(fact!.place), [14, 31]]] }));

  expect(words(document.pages)).toContain('deploy/rollout.yaml L14–L31');
  expect(words(document.sheets)).toContain('deploy/rollout.yaml L14–L31');
  expect(words(document.pages)).not.toContain(placeText(fact!.place));
});

test('an unrated report shows no level anywhere', () => {
  const document = buildReport(reportInput({ pack }));

  const levels = [...cellsOf(document.pages), ...document.sheets.flatMap(({ blocks }) => cellsOf(blocks))].flatMap((cell) => (cell.kind === 'level' ? [cell.mark.level] : []));
  expect(new Set(levels)).toEqual(new Set([null]));
  expect(document.pages.filter(({ kind }) => kind === 'verdict' || kind === 'chart')).toEqual([]);
});

test('page 2 of a rated file gives level, target, domains, three strengths, five gaps and the plan', () => {
  const page = second(buildReport(reportInput({ pack, state: { ratings: ratedUpTo(pack, 2) } })));

  const verdict = page.find((block) => block.kind === 'verdict') as Extract<Block, { kind: 'verdict' }>;
  expect({ level: verdict.mark.level, target: verdict.mark.target, interval: verdict.interval }).toEqual({ level: 2, target: 3, interval: null });
  expect(['result.domains', 'result.strengths', 'result.gaps'].map((id) => tableOf(page, id).rows.length)).toEqual([2, 3, 4]);
  expect(words(page.at(-1))).toContain('改进计划：');
});

test('as long as requirements are open the interval stands beside the level', () => {
  const page = second(buildReport(reportInput({ pack, state: { ratings: ratedUpTo(pack, 2).slice(0, 9) }, options: { language: 'en' } })));

  const verdict = page.find((block) => block.kind === 'verdict') as Extract<Block, { kind: 'verdict' }>;
  expect({ level: verdict.mark.level, interval: verdict.interval }).toEqual({ level: 0, interval: [{ language: 'en', text: 'between 0 and 2' }] });
});

test('gaps without an action in the pack are never told as nothing to do', () => {
  const bare = { ...pack, actions: [] };
  const page = second(buildReport(reportInput({ pack: bare, state: { ratings: ratedUpTo(pack, 2) } })));

  expect(page.at(-1)).toEqual({ kind: 'paragraph', tone: 'body', text: [{ language: 'zh', text: '有 4 条差距在标准包中没有对应措施。' }] });
});

test('every gap and every action of the plan is told', () => {
  const input = reportInput({ pack, state: { ratings: ratedUpTo(pack, 1) } });
  const document = buildReport(input);

  const list = words(tableOf(document.pages, 'gaps.list'));
  expect(input.plan.gaps.length).toBeGreaterThan(4);
  expect(input.plan.gaps.filter(({ requirement }) => !list.includes(`"${requirement}"`))).toEqual([]);
  expect(input.plan.actions.filter(({ action }) => !words(tableOf(document.pages, 'gaps.actions')).includes(action))).toEqual([]);
});

test('every evidence file has its SHA-256, who read it and who cites it, on paper and in the workbook', () => {
  const document = buildReport(reportInput({ pack }));

  for (const index of [tableOf(document.pages, 'evidence.index'), tableOf(document.sheets.flatMap(({ blocks }) => blocks), 'evidence')]) {
    expect(['a', 'b', 'c'].filter((sign) => !words(index).includes(sign.repeat(64)))).toEqual([]);
    expect(words(index)).toContain('1.1.1-L3-1');
  }
});

test('every requirement is told with rating, rater, rationale, suggestion and places', () => {
  const ratings = [reportRating('1.1.1-L1-1', 'L', { rationale: '更新记录缺批准人。' })];
  const table = tableOf(buildReport(reportInput({ pack, state: { ratings } })).pages, 'requirements.1.1.1');

  const row = table.rows.find((one) => one.kind === 'cells' && one.anchor === 'requirement-1.1.1-L1-1');
  const told = words(row);
  expect(['自评：李雷 评为 L，把握高', '理由：更新记录缺批准人。', 'deploy/rollout.yaml#/0', '发现 1.1.1-L1-1.canary', '还缺：出示最近三次更新记录'].filter((text) => !told.includes(text))).toEqual([]);
});

test('a dispute shows both letters and counts as open', () => {
  const other = { id: '018f0000-0000-7000-8000-000000000002', name: '韩梅梅', role: '评估师' };
  const ratings = [reportRating('1.1.1-L1-1', 'F'), reportRating('1.1.1-L1-1', 'P', { author: other, event: 'other' }), reportRating('1.1.1-L2-1', 'F')];
  const document = buildReport(reportInput({ pack, state: { ratings } }));

  const marks = cellsOf([tableOf(document.pages, 'requirements.1.1.1')]).flatMap((cell) => (cell.kind === 'rating' ? [cell.mark] : []));
  expect(marks[0]).toEqual({ value: null, disputed: ['P', 'F'], name: '评估人意见不一致：P, F' });
});

test('sub-items not yet written are named and have no row on the ladder', () => {
  const document = buildReport(reportInput({ pack, state: { ratings: ratedUpTo(pack, 2) } }));

  expect(words(tableOf(document.pages, 'levels.ladder'))).not.toContain('2.1.3');
  expect(words(document.pages.filter(({ kind }) => kind === 'paragraph'))).toContain('尚未编写要求，未计入等级：2.1.3 节点 2.1.3');
});

test('every depth says the rule is not the official one, and names edition and fingerprint', () => {
  for (const depth of ['executive', 'management', 'full'] as const) {
    const told = words(buildReport(reportInput({ pack, options: { depth } })));
    expect(['不是中国信息通信研究院的官方规则', `sketch 1   2026-03-03`, '111111111111+222222222222/42', '仅供测试'].filter((text) => !told.includes(text))).toEqual([]);
  }
});

test('depths differ in what they hold', () => {
  const sections = (depth: 'executive' | 'management' | 'full') => buildReport(reportInput({ pack, options: { depth } })).pages.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.anchor] : []));

  expect({ executive: sections('executive'), management: sections('management'), full: sections('full') }).toEqual({
    executive: ['result'], management: ['result', 'levels', 'domains', 'gaps', 'method'], full: ['result', 'levels', 'requirements', 'xray', 'gaps', 'evidence', 'diagnostics', 'method'],
  });
});

test('the date is that of the last event, in the time zone of the assessment', () => {
  expect(words(buildReport(reportInput({ pack, state: { timeZone: '-05:00' } })).pages[0])).toContain('2026-03-02 11:30 (-05:00)');
});

test('in both languages every sentence is said in Chinese and in English', () => {
  const document = buildReport(reportInput({ pack, state: { ratings: ratedUpTo(pack, 2), intakes: [{ id: 'i', label: 'i', at: '', author: { id: 'a', name: 'A', role: '' }, files: [evidenceFile('a.yaml', 'd')] }] }, options: { language: 'both' } }));

  const speaks = (value: readonly unknown[], language: string) => value.some((one) => (one as { language?: unknown } | null)?.language === language);
  const alone: unknown[] = [];
  JSON.stringify(document, (_, value: unknown) => { if (Array.isArray(value) && speaks(value, 'zh') && !speaks(value, 'en')) alone.push(value); return value; });
  // The workbook gives each language of a requirement its own column.
  expect(alone.filter((value) => !words(value).includes('要求 '))).toEqual([]);
});

test('a changed rating changes what the report says', () => {
  const rated = (level: number) => words(buildReport(reportInput({ pack, state: { ratings: ratedUpTo(pack, level) } })));

  expect(rated(1)).not.toBe(rated(2));
});
