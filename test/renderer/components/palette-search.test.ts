import { expect, it } from 'vitest';
import { findHits, keyOf } from '../../../renderer/components/palette-search.ts';
import { indexPack } from '../../../renderer/desk/pack-index.ts';
import { aPack } from '../../builders/packs.ts';

const index = indexPack(aPack({ subItems: {
  '2.2.3': { requirements: [{ id: '2.2.3-L3-1', level: 3, zh: '灰度放量', en: 'staged update' }, { id: '2.2.3-L1-1', level: 1, zh: '写明更新方式', en: 'update is written down' }] },
} }));
const screenName = (screen: string) => ({ score: '评分', overview: '总览' })[screen] ?? screen;
const named = (words: string, codesOnly = false) => findHits(words, index, screenName, codesOnly).map(keyOf);

it('finds a requirement by its code, with or without dots and dashes', () => {
  expect([named('2.2.3-L3-1'), named('223l31', true)]).toEqual([['2.2.3-L3-1'], ['2.2.3-L3-1']]);
});

it('finds screens by name, then groups and requirements by their words', () => {
  expect([named('评分'), named('灰度'), named('Node 2.2.3')]).toEqual([['score'], ['2.2.3-L3-1'], ['2.2.3', '2.2.3-L1-1', '2.2.3-L3-1']]);
});

it('lists requirements of a sub-item by level, whatever order the pack has them in', () => {
  expect(named('223', true)).toEqual(['2.2.3', '2.2.3-L1-1', '2.2.3-L3-1']);
});

it('finds nothing for words that are nowhere', () => {
  expect(named('量子')).toEqual([]);
});
