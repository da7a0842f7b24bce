import { beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '#assessments';
import { planShape } from '../../electron/cli/shapes.ts';
import { commandFolder } from '../builders/commands.ts';

const { maturityIn: maturity } = commandFolder();

beforeAll(async () => {
  await maturity('en', 'new', '--out', 'a.maturity', '--target', '3');
});
const plan = async (...words: readonly string[]): Promise<Plan> => JSON.parse((await maturity('en', 'plan', 'a.maturity', '--json', ...words)).out) as Plan;

describe('plan', () => {
  test('is the proven optimum for the target of the assessment, as a document of the published shape', async () => {
    const found = await plan();

    expect(planShape.safeParse(found).error).toBeUndefined();
    expect([found.target, found.method, found.provenOptimal, found.levels]).toEqual([3, 'optimum', true, { now: 0, after: 3 }]);
  });

  test('takes targets of single nodes, limits and locks', async () => {
    const [first] = (await plan('--target', '1')).actions;
    const found = await plan('--domain', '1=1', '--domain', '2=1', '--capacity', '5', '--start', '2027-Q2', '--never', first?.action ?? '');
    const limited = await plan('--target', '2', '--budget', '40', '--must', first?.action ?? '');

    expect([found.targets, found.waves?.start, found.waves?.quarters.filter(({ days }) => days > 5), found.actions.some(({ action }) => action === first?.action)]).toEqual([{ 1: 1, 2: 1 }, '2027-Q2', [], false]);
    expect([limited.effort.likely <= 40, limited.actions.some(({ action }) => action === first?.action), limited.obstacles.map(({ kind }) => kind)]).toEqual([true, true, ['budget']]);
  });

  test('is told in words of both languages, the way it was found last', async () => {
    const [zh, en] = [await maturity('zh', 'plan', 'a.maturity', '--target', '1'), await maturity('en', 'plan', 'a.maturity', '--target', '1')];

    expect([zh, en].map(({ out }) => out.split('\n').at(-1)?.slice(0, 9))).toEqual(['已用整数规划（Hi', 'Solved ex']);
    expect([zh, en].map(({ out }) => out.split('\n').filter((line) => /总体：现 0 级，完成计划后 1 级|The whole: level 0 now, 1 after the plan/.test(line)).length)).toEqual([1, 1]);
  });

  test.each([
    [['--domain', '9.9=3'], 'The pack has no node “9.9”; maturity catalogue show lists them all.'],
    [['--must', 'ACT-NONE'], 'The pack has no action “ACT-NONE”; maturity catalogue show lists them all.'],
    [['--domain', '1'], /such as 2\.2=3/], [['--budget', '0'], /above 0/], [['--deadline', '2027'], /such as 2026-Q4/], [['--alternatives', '9'], /0 to 5/],
  ])('refuses %j with one sentence', async (words, sentence) => {
    const { code, out, error } = await maturity('en', 'plan', 'a.maturity', ...words);

    expect([code, out, error]).toEqual([2, '', typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
  });
});
