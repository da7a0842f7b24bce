import { describe, expect, it } from 'vitest';
import { fold, marked, wordsOf } from '../../../../renderer/screens/catalogue/folded.ts';

const hits = (text: string, search: string) => marked(text, wordsOf(search)).map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join('');

describe('words in a text', () => {
  it('are folded: accents, width and letter case do not count', () => {
    expect([fold('Évaluation'), fold('ＭＬ－３'), wordsOf('  Canary　灰度 ')]).toEqual(['evaluation', 'ml－３'.normalize('NFKD'), ['canary', '灰度']]);
  });

  it('are marked where they stand, also where folding changes the length, and where they overlap', () => {
    expect([
      hits('灰度发布按灰度比例', '灰度'), hits('Résumé of the Canary', 'canary resume'), hits('ﬁnal metric', 'fin'), hits('abab', 'aba bab'), hits('无关', '灰度'), hits('a𠀀b', 'b'),
    ]).toEqual(['[灰度]发布按[灰度]比例', '[Résumé] of the [Canary]', '[ﬁn]al metric', '[abab]', '无关', 'a𠀀[b]']);
  });
});
