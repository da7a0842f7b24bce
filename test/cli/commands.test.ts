import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { resultJsonSchema } from '#assessments';
import { schemaFiles } from '../../electron/cli/schemas.ts';
import { catalogueShape, factsShape, logShape, planShape, suggestShape, verifyShape } from '../../electron/cli/shapes.ts';
import { commandFolder } from '../builders/commands.ts';

const evidence = fileURLToPath(new URL('../../electron/sample/credit-scoring-delivery', import.meta.url));
const { folder, maturity } = commandFolder();

const json = async (...words: readonly string[]): Promise<unknown> => JSON.parse((await maturity(...words, '--json')).out);

/** `resolve` of the test's terminal joins, so the sample's evidence is copied to where it finds it. */
function evidenceHere(): string {
  cpSync(evidence, join(folder, 'evidence'), { recursive: true });
  return 'evidence';
}

/** A command with a process left ends only when that does. */
const processes = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length;

describe('from evidence to reports', () => {
  let before = 0;
  beforeAll(async () => {
    before = processes();
    const made = await maturity('assess', '--evidence', evidenceHere(), '--out', 'out', '--org', '示例银行', '--project', '评分卡');
    expect(made).toMatchObject({ code: 0, error: '' });
  });

  test('assess leaves an assessment, two reports and the result', () => {
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['assessment.maturity', 'report.pdf', 'report.xlsx', 'result.json']);
    expect(resultJsonSchema.safeParse(JSON.parse(readFileSync(join(folder, 'out/result.json'), 'utf8'))).error).toBeUndefined();
  });

  test('assess leaves no process behind that would keep the command waiting', async () => {
    await vi.waitFor(() => { expect(processes()).toBeLessThanOrEqual(before); }, 5_000);
  });

  test('assess never writes over an assessment', async () => {
    const again = await maturity('assess', '--evidence', 'evidence', '--out', 'out');

    expect(again.code).toBe(2);
    expect(again.error).toBe('There is an assessment.maturity in “out” already and it will not be written over; choose another folder.');
  });

  test('the same file reported twice gives the same bytes', async () => {
    await maturity('report', 'out/assessment.maturity', '--out', 'again');
    const bytes = (name: string) => readFileSync(join(folder, 'again', name));
    const first = ['report.pdf', 'report.xlsx', 'result.json'].map(bytes);
    await maturity('report', 'out/assessment.maturity', '--out', 'again');

    expect(['report.pdf', 'report.xlsx', 'result.json'].map((name, index) => bytes(name).equals(first[index]!))).toEqual([true, true, true]);
  });

  test('score, plan, verify and log print documents of their published shapes', async () => {
    expect(resultJsonSchema.safeParse(await json('score', 'out/assessment.maturity')).error).toBeUndefined();
    expect(planShape.safeParse(await json('plan', 'out/assessment.maturity', '--target', '4')).error).toBeUndefined();
    expect(verifyShape.parse(await json('verify', 'out/assessment.maturity'))).toMatchObject({ ok: true, firstFault: null });
    expect(logShape.safeParse(await json('log', 'out/assessment.maturity')).error).toBeUndefined();
  });

  test('rebuild reads the evidence again and changes no suggestion', async () => {
    const before = await json('score', 'out/assessment.maturity');
    expect((await maturity('rebuild', 'out/assessment.maturity')).code).toBe(0);

    expect(await json('score', 'out/assessment.maturity')).toEqual(before);
  });

  test('accepted suggestions are ratings of the machine, and only direct ones', async () => {
    await maturity('assess', '--evidence', 'evidence', '--out', 'accepted', '--accept-suggestions');
    const { requirements } = resultJsonSchema.parse(await json('score', 'accepted/assessment.maturity'));
    const rated = requirements.filter(({ rating }) => rating !== null);

    expect(rated.length).toBeGreaterThan(0);
    expect(rated.every(({ basis, rating, suggestion }) => basis === 'machine' && suggestion?.strength === 'direct' && suggestion.rating === rating)).toBe(true);
    expect(rated.length).toBe(requirements.filter(({ suggestion }) => suggestion?.strength === 'direct' && suggestion.rating !== null).length);
  });
});

describe('ratings in bulk', () => {
  const ratings = (name: string, ...rows: readonly string[]) => { writeFileSync(join(folder, name), ['requirement,value,assessor,confidence,rationale', ...rows].join('\n')); };
  const valueOf = async (file: string, id: string) => resultJsonSchema.parse(await json('score', file)).requirements.find((requirement) => requirement.id === id);

  beforeAll(async () => { expect((await maturity('new', '--out', 'rated.maturity', '--target', '2', '--policy', 'iso33020')).code).toBe(0); });

  test('are applied for each assessor, and two who agree are not in dispute', async () => {
    ratings('a.csv', '2.2.3-L1-1,F,李评估,高,', '2.2.3-L1-1,F,张评估,中,', '2.2.3-L2-1,F,李评估,,', '2.2.3-L2-1,P,张评估,,');
    expect((await maturity('rate', 'rated.maturity', '--from', 'a.csv')).code).toBe(0);

    expect(await valueOf('rated.maturity', '2.2.3-L1-1')).toMatchObject({ rating: 'F', basis: 'human' });
    expect(await valueOf('rated.maturity', '2.2.3-L2-1')).toMatchObject({ rating: null });
  });

  test('are all or nothing', async () => {
    const before = await json('log', 'rated.maturity');
    ratings('b.csv', '2.2.3-L1-1,N,李评估,,', '2.2.3-L2-1,Z,李评估,,');
    const told = await maturity('rate', 'rated.maturity', '--from', 'b.csv');

    expect(told).toMatchObject({ code: 2, out: '', error: 'b.csv: Line 3: the value “Z” is not one of N, P, L, F, NA (leave it empty to clear).' });
    expect(await json('log', 'rated.maturity')).toEqual(before);
  });

  test('come back under the same name as the same assessor', async () => {
    ratings('c.csv', '2.2.3-L2-1,F,张评估,,');
    await maturity('rate', 'rated.maturity', '--from', 'c.csv');

    expect(await valueOf('rated.maturity', '2.2.3-L2-1')).toMatchObject({ rating: 'F' });
  });
});

describe('without an assessment', () => {
  test('facts and suggest print documents of their published shapes; every place names a file', async () => {
    evidenceHere();
    const facts = factsShape.parse(await json('facts', 'evidence'));
    const files = new Set(facts.files.map(({ path }) => path));

    expect(facts.facts.length).toBeGreaterThan(10);
    expect(facts.facts.every(({ place }) => files.has(place.file))).toBe(true);
    const { suggestions } = suggestShape.parse(await json('suggest', 'evidence'));
    expect(suggestions.some(({ rating }) => rating !== null)).toBe(true);
  });

  test('the catalogue is shown whole and checks clean', async () => {
    const { groups } = catalogueShape.parse(await json('catalogue', 'show', 'model-delivery'));
    const count = (kind: string) => groups.filter((group) => group.kind === kind).length;

    expect({ domains: count('domain'), items: count('item'), subItems: count('subItem') }).toEqual({ domains: 5, items: 12, subItems: 32 });
  });
});

describe('misuse', () => {
  test.each([
    [['frobnicate'], 2], [['assess', '--out', 'x'], 2], [['score', 'nowhere.maturity'], 2], [['facts', 'nowhere'], 2], [['new', '--out', 'no/such/folder/x.maturity'], 2],
    [['new', '--out', 'y.maturity', '--target', '7'], 2], [['catalogue', 'show', 'no-such-pack'], 2], [['rate', 'rated.maturity', '--from', 'nowhere.csv'], 2], [['plan'], 2],
  ])('%j ends with one sentence and nothing on stdout', async (words, code) => {
    const told = await maturity(...words);

    expect(told).toMatchObject({ code, out: '' });
    expect(told.error.split('\n')).toHaveLength(1);
    expect(told.error).toMatch(/\S.*\.$/);
  });

  test('a file that is no assessment is named', async () => {
    writeFileSync(join(folder, 'text.maturity'), 'hello, this is not a database');

    expect(await maturity('verify', 'text.maturity')).toMatchObject({ code: 2 });
  });
});

test('the schema files are those of the shapes', () => {
  for (const [name, text] of Object.entries(schemaFiles())) expect(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8'), `${name}: run npm run schemas`).toBe(text);
});
