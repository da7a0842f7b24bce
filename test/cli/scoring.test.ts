import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkShape, compareShape, milestonesShape, scoreShape } from '../../electron/cli/scoring-shapes.ts';
import { commandFolder } from '../builders/commands.ts';
import { packTexts } from '../builders/packs.ts';

const { folder, maturityIn: maturity } = commandFolder();

/** An assessment of a small pack with a milestone at level 1 of sub-item a, then rated up, and a clone of it that is not rated yet. */
beforeAll(async () => {
  mkdirSync(join(folder, 'small'));
  const texts = packTexts({ tree: { 1: { 1.1: ['a', 'b'] } }, subItems: { a: { requirements: [{ id: 'a-1', level: 1 }, { id: 'a-2', level: 2 }] }, b: { requirements: [{ id: 'b-1', level: 1 }, { id: 'b-2', level: 2 }] } } });
  for (const { path, text } of texts) writeFileSync(join(folder, 'small', path), text);
  writeFileSync(join(folder, 'first.csv'), 'requirement,value,assessor,confidence,rationale\na-1,F,李明,低,\nb-1,F,李明,高,\nb-2,P,李明,高,\n');
  writeFileSync(join(folder, 'second.csv'), 'requirement,value,assessor,confidence,rationale\nb-2,F,李明,高,\na-1,L,李明,低,\n');
  for (const words of [['new', '--out', 'now.maturity', '--pack', './small', '--target', '2'], ['rate', 'now.maturity', '--from', 'first.csv'], ['milestones', 'now.maturity', '--add', '初评'], ['rate', 'now.maturity', '--from', 'second.csv'], ['clone', 'now.maturity', '--out', 'next.maturity', '--from', '2027-01-01']]) {
    expect(await maturity('en', ...words)).toMatchObject({ code: 0, error: '' });
  }
});
const json = async (...words: readonly string[]): Promise<unknown> => JSON.parse((await maturity('en', ...words, '--json')).out);

describe('score --why', () => {
  test('is read by a person: sentences, what blocks, the way up, where to look first, other rules', async () => {
    const { out, code } = await maturity('en', 'score', 'now.maturity', '--why', '1.1', '--policy', 'iso33020');

    expect([code, out.split('\n').slice(0, 3)]).toEqual([0, [
      '1.1 Node 1.1 is at level 1; it can reach 2 at most; its target is 2.',
      '2 requirements keep it from the next level (from a): a-1 L, a-2 –.',
      'To reach 2, at least 2 ratings have to change (a 1→2): a-1 L→F, a-2 –→L.',
    ]]);
    expect(out).toContain('Where to spend the remaining hour');
    expect(out).toContain('a-1  L→P = 0  low confidence');
  });

  test('speaks Chinese, and calls the whole by its name', async () => {
    const { out } = await maturity('zh', 'score', 'now.maturity', '--why', '总体');

    expect(out.split('\n')[0]).toBe('总体为 0 级；最高只能到 2 级；目标 2 级。');
    expect(out).toContain('非中国信通院官方规则');
  });

  test('prints a document of its published shape by the rules asked for', async () => {
    const { why, policy } = scoreShape.parse(await json('score', 'now.maturity', '--why', 'whole', '--policy', 'threshold', '--threshold', '60', '--rollup', 'mean'));

    expect([policy, why.node, why.rules, why.alternatives.length]).toEqual(['threshold', '', { policy: 'threshold', rollup: 'mean', thresholdPercent: 60, quotaPercent: 80, weights: {} }, 9]);
  });

  test('names no node the pack does not have', async () => {
    expect(await maturity('en', 'score', 'now.maturity', '--why', '9.9')).toMatchObject({ code: 2, out: '', error: 'The catalogue pack has no node “9.9”; give the id of a domain, item or sub-item, or “whole”.' });
  });
});

describe('compare', () => {
  test('of a milestone with now tells which rating moved which level, and can fail on a drop', async () => {
    const found = compareShape.parse(await json('compare', 'now.maturity', '--from', '初评'));
    const { code, out } = await maturity('en', 'compare', 'now.maturity', '--from', '初评', '--fail-on-drop');

    expect([found.from.name, found.dropped, found.nodes.filter(({ causes }) => causes !== null).map(({ node, moved, causes }) => [node, moved, causes?.ratings])]).toEqual([
      '初评', ['', '1', '1.1', 'a'], [['', 'fallen', ['a-1']], ['1', 'fallen', ['a-1']], ['1.1', 'fallen', ['a-1']], ['a', 'fallen', ['a-1']], ['b', 'risen', ['b-2']]],
    ]);
    expect([code, out.split('\n')[0]]).toEqual([1, 'The whole went from 1 to 0 (because of 1; a-1).']);
  });

  test('of two files changes neither', async () => {
    const before = ['now.maturity', 'next.maturity'].map((name) => readFileSync(join(folder, name)));
    const { dropped } = compareShape.parse(await json('compare', 'now.maturity', 'next.maturity'));
    const { code } = await maturity('en', 'compare', 'next.maturity', 'now.maturity', '--fail-on-drop');

    expect([dropped, code]).toEqual([['b'], 0]);
    expect(['now.maturity', 'next.maturity'].map((name, index) => readFileSync(join(folder, name)).equals(before[index]!))).toEqual([true, true]);
  });

  test.each([[['compare', 'now.maturity']], [['compare', 'now.maturity', 'nowhere.maturity']], [['compare', 'now.maturity', '--from', '终评']]])('%j ends with one sentence', async (words) => {
    const told = await maturity('en', ...words);

    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.error).toMatch(/^\S.*\.$/);
  });
});

test('check tells what does not fit together and ends with 1 where it is an error', async () => {
  const { counts, findings } = checkShape.parse(await json('check', 'now.maturity'));
  const { code, out } = await maturity('zh', 'check', 'now.maturity');

  expect([findings.map(({ kind, requirement }) => [kind, requirement]), counts.error]).toEqual([[['f-without-evidence', 'b-1'], ['f-without-evidence', 'b-2'], ['low-confidence-deciding', 'a-1']], 2]);
  expect([code, out.split('\n').at(-1)]).toEqual([1, '错误 2，警告 1，提示 0。']);
});

test('milestones are listed with their levels, and a clone waits to be confirmed', async () => {
  const { milestones, now } = milestonesShape.parse(await json('milestones', 'now.maturity'));
  const cloned = checkShape.parse(await json('check', 'next.maturity'));

  expect([milestones.map(({ name, overall, domains }) => [name, overall.level, domains.map(({ level }) => level)]), now.overall.level]).toEqual([[['初评', 1, [1]]], 0]);
  expect(cloned.findings.map(({ kind, requirement }) => [kind, requirement])).toEqual([['not-confirmed', 'a-1'], ['not-confirmed', 'b-1'], ['not-confirmed', 'b-2']]);
});
