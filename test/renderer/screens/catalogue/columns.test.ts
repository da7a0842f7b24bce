import { describe, expect, it } from 'vitest';
import { levelColumns, neighbour } from '../../../../renderer/screens/catalogue/columns.ts';
import { aPack } from '../../../builders/packs.ts';

const pack = aPack({ subItems: { '1.1.1': { inherited: [4], requirements: [{ id: 'a', level: 1 }, { id: 'b', level: 3 }, { id: 'c', level: 3 }, { id: 'd', level: 5 }] } } });
const columns = levelColumns(pack, pack.groups.find(({ id }) => id === '1.1.1')!);

describe('the levels of a sub-item', () => {
  it('stand side by side, empty and inherited ones as well', () => {
    expect(columns.map(({ level, requirements, inherited }) => [level, requirements.map(({ id }) => id), inherited])).toEqual([[1, ['a'], false], [2, [], false], [3, ['b', 'c'], false], [4, [], true], [5, ['d'], false]]);
  });

  it('are walked with the arrows, over empty ones and into shorter ones', () => {
    expect([neighbour(columns, 'a', 'ArrowRight'), neighbour(columns, 'b', 'ArrowDown'), neighbour(columns, 'c', 'ArrowRight'), neighbour(columns, 'c', 'ArrowLeft'), neighbour(columns, 'c', 'ArrowUp'), neighbour(columns, 'd', 'ArrowRight'), neighbour(columns, 'a', 'Home'), neighbour(columns, 'z', 'ArrowUp')])
      .toEqual(['b', 'c', 'd', 'a', 'b', null, null, null]);
  });
});
