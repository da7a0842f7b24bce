import { describe, expect, it } from 'vitest';
import { indexPack } from '../../../../renderer/desk/pack-index.ts';
import { treeLines, treeMove } from '../../../../renderer/screens/score/tree-lines.ts';
import { radarAxes } from '../../../../renderer/screens/overview/radar-axes.ts';
import { finalsOf } from '../../../builders/ratings.ts';
import { aPack } from '../../../builders/packs.ts';
import { score } from '#assessments';

const pack = aPack({
  tree: { 1: { 1.1: ['1.1.1'] }, 2: { 2.2: ['2.2.1', '2.2.2'] } },
  subItems: { '2.2.2': { requirements: [{ id: '2.2.2-L1-1', level: 1 }] } },
});
const index = indexPack(pack);
const shown = (chosen: string, ...toggled: readonly string[]) => treeLines(index, chosen, new Set(toggled)).map(({ group, expanded, written }) => [group.id, expanded, written]);

describe('the tree', () => {
  it('opens what is written and leaves the rest closed', () => {
    expect(shown('2.2.2')).toEqual([['1', false, false], ['2', true, true], ['2.2', true, true], ['2.2.1', null, false], ['2.2.2', null, true]]);
  });

  it('opens and closes by hand', () => {
    expect(shown('2.2.2', '2', '1').map(([id]) => id)).toEqual(['1', '1.1', '2']);
  });

  it('walks by arrow keys', () => {
    const lines = treeLines(index, '2.2', new Set());
    expect([treeMove('ArrowDown', lines, '2.2'), treeMove('ArrowLeft', lines, '2.2'), treeMove('ArrowRight', lines, '2.2'), treeMove('ArrowLeft', lines, '2.2.2'), treeMove('Enter', lines, '2.2')]).toEqual([
      { kind: 'open', id: '2.2.1' }, { kind: 'toggle', id: '2.2' }, { kind: 'open', id: '2.2.1' }, { kind: 'open', id: '2.2' }, null,
    ]);
  });
});

describe('the radar', () => {
  it('shows sub-items while fewer than three domains are written, with their levels and targets', () => {
    const result = score({ pack, finals: finalsOf(pack, { '2.2.2-L1-1': 'F' }), policy: 'strict', rollup: 'minimum', targets: { '': 3 } });

    expect(radarAxes(index, result, 'en')).toEqual([{ name: '2.2.2\nNode 2.2.2', level: 1, target: 1, most: 5 }]);
  });
});
