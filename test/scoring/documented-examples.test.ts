import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Policy, Rollup } from '#assessments';
import { scoreOf } from '../builders/ladders.ts';

/** The tables of docs/scoring.md by the words at the head of their first column. */
const tables = readTables(readFileSync(new URL('../../docs/scoring.md', import.meta.url), 'utf8'));
const subItems = tables.get('子项 Sub-item') ?? [];
const nodes = tables.get('下级 Children') ?? [];
const lifts = tables.get('子项 Sub-items') ?? [];

test('the page has its three tables of examples', () => {
  expect([subItems.length, nodes.length, lifts.length].map((count) => count > 5)).toEqual([true, true, true]);
});

describe('an example of the documentation holds', () => {
  test.each(subItems)('%s under %s at %s', (ladder, policy, percent, level, interval, grade, ceiling) => {
    const { node } = scoreOf({ s: ladderOf(ladder) }, { policy: policy as Policy, thresholdPercent: Number(percent) });
    const { level: is, min, max, grade: graded, ceiling: highest } = node('s');

    expect([told(is), min === null ? '–' : `${told(min)}–${told(max)}`, graded ?? '–', told(highest)]).toEqual([level, interval, grade, ceiling]);
  });

  test.each(nodes)('children %s with weights %s by %s of %s', (children, weights, rollup, percent, level) => {
    const ladders = Object.fromEntries(children.split(' ').map((child, index) => [`s${index}`, reaching(Number(child))]));
    const weighed = weights === '–' ? {} : Object.fromEntries(weights.split(' ').map((weight, index) => [`s${index}`, Number(weight)]));
    const { node } = scoreOf(ladders, { rollup: rollup as Rollup, quotaPercent: Number(percent), weights: weighed });

    expect(told(node('1.1').level)).toBe(level);
  });

  test.each(lifts)('%s under %s by %s', (ladders, policy, rollup, level, rises, changes) => {
    const given = Object.fromEntries(ladders.replaceAll('`', '').split(';').map((one) => /^\s*(\S+)\s+(.*)$/.exec(one)!).map(([, id, ladder]) => [id!, ladderOf(ladder!)]));
    const { why } = scoreOf(given, { policy: policy as Policy, rollup: rollup as Rollup });
    const { level: is, lift } = why('1.1');

    expect([told(is), told(lift?.level ?? null), lift?.changes.map(({ requirement, to }) => `${requirement}→${to}`).join(' ')]).toEqual([level, rises, changes]);
  });
});

function ladderOf(cell: string): string {
  return cell.replaceAll('`', '').replaceAll('/', '|').replaceAll(/:\s+/g, ':');
}

/** A ladder that comes out at a level whatever the policy, of a possible 5. */
function reaching(level: number): string {
  return [1, 2, 3, 4, 5].map((one) => `${one}:${one <= level ? 'F' : 'N'}`).join(' | ');
}

function told(level: number | null): string {
  return level === null ? '–' : String(level);
}

function readTables(page: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const cells = (line: string): readonly string[] => line.split('|').slice(1, -1).map((cell) => cell.trim());
  return new Map(page.split('\n\n').filter((block) => block.startsWith('|')).map((block) => {
    const [head = '', , ...rows] = block.trim().split('\n');
    return [cells(head)[0] ?? '', rows.map(cells)];
  }));
}
