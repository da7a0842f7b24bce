import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/text/en.ts';
import { textOf } from '../../../renderer/text/text.ts';
import { zh } from '../../../renderer/text/zh.ts';

const blanksOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const keys = Object.keys(zh) as (keyof typeof zh)[];

describe('the words of the screens', () => {
  it('have the same keys and blanks in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => blanksOf(en[key]).join() !== blanksOf(zh[key]).join())).toEqual([]);
  });

  it('set a space between Chinese and Latin letters or digits', () => {
    const glued = keys.filter((key) => /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(zh[key]));

    expect(glued).toEqual([]);
  });

  it('use full-width punctuation after Chinese', () => {
    expect(keys.filter((key) => /\p{Script=Han}[,;:!?()]/u.test(zh[key]))).toEqual([]);
  });

  it('fill their blanks', () => {
    expect([textOf('zh')('gate.held', { level: '三级', count: 2 }), textOf('en')('gate.held', { level: 'Level 3', count: 2 })]).toEqual(['三级 · 还差 2 条', 'Level 3 · 2 to go']);
  });
});
