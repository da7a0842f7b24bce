import { expect, it } from 'vitest';
import { piecesOf } from '../../../../renderer/screens/gaps/pieces.ts';

it('cuts a sentence around the ids in it, and never inside a longer one', () => {
  const sentence = '2.2.3 更新：能弥合 2.2.3-L3-1、2.2.3-L3-10 的措施均已被排除。';

  expect([piecesOf(sentence, ['2.2.3-L3-1', '2.2.3-L3-10']), piecesOf('closes 12.2.3-L3-1.', ['2.2.3-L3-1']), piecesOf('a.b', [])]).toEqual([
    ['2.2.3 更新：能弥合 ', '2.2.3-L3-1', '、', '2.2.3-L3-10', ' 的措施均已被排除。'], ['closes 12.2.3-L3-1.'], ['a.b'],
  ]);
});
