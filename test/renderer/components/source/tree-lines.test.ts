import { describe, expect, it } from 'vitest';
import type { TreeLine } from '#contract';
import { throughDoor, withBranch, withoutBranch } from '../../../../renderer/components/source/tree-lines.ts';

const node = (pointer: string, open = false): TreeLine => ({ kind: 'node', pointer, depth: pointer.split('/').length - 1, key: pointer.split('/').at(-1) ?? null, shape: 'map', members: 9, value: null, open, cited: false });
const door = (pointer: string, from: number, count: number) => ({ kind: 'left-out', pointer, depth: 1, from, count } as const);
const seen = (lines: readonly TreeLine[]) => lines.map((line) => (line.kind === 'node' ? `${line.pointer}${line.open ? ' open' : ''}` : `${line.pointer} … ${line.from}+${line.count}`));

describe('a tree one opens', () => {
  it('gets the members of a node below it, and loses all below it again', () => {
    const opened = withBranch([node('', true), node('/a'), node('/ab')], '/a', [node('/a/x'), door('/a', 1, 8)]);

    expect([seen(opened), seen(withoutBranch(withBranch(opened, '/a/x', [node('/a/x/y')]), '/a'))]).toEqual([[' open', '/a open', '/a/x', '/a … 1+8', '/ab'], [' open', '/a', '/ab']]);
  });

  it('gets what is behind a door in its place, with a door to the rest', () => {
    const far = door('', 0, 3);
    const lines = [node('', true), far, node('/3'), door('', 4, 5)];

    expect([seen(throughDoor(lines, far, [node('/0'), node('/1'), node('/2'), node('/3'), door('', 4, 5)])), seen(throughDoor(lines, far, [node('/0')]))]).toEqual([
      [' open', '/0', '/1', '/2', '/3', ' … 4+5'], [' open', '/0', ' … 1+2', '/3', ' … 4+5'],
    ]);
  });
});
