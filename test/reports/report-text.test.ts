import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../assessments/reports/text/en.ts';
import { zh } from '../../assessments/reports/text/zh.ts';
import { createVoice, listed } from '../../assessments/reports/wording.ts';

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('English and Chinese have the same keys, and every text the same blanks', () => {
  expect(Object.entries(en).map(([key, text]) => [key, blanks(text)])).toEqual(Object.entries(zh).map(([key, text]) => [key, blanks(text)]));
});

test('every text of the dictionary is used by the reports', () => {
  const folder = new URL('../../assessments/reports/', import.meta.url).pathname;
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.startsWith('text'));
  const code = sources.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n');
  const stems = [...code.matchAll(/`([\w.-]+\.)\$\{(?!string\})[^}]+\}(\.\w+)?`/g)].map(([, stem, end]) => ({ stem: stem!, end: end ?? '' }));

  const unused = Object.keys(zh).filter((key) => !code.includes(`'${key}'`) && !stems.some(({ stem, end }) => key.startsWith(stem) && key.endsWith(end)));

  expect(unused).toEqual([]);
});

test('Chinese texts have full-width punctuation and a space between Chinese and Latin signs or digits', () => {
  const wrong = Object.values(zh).filter((text) => /[\u4E00-\u9FFF][,;:!?]/.test(text) || /[\u4E00-\u9FFF][A-Za-z0-9]|[A-Za-z0-9][\u4E00-\u9FFF]/.test(text));

  expect(wrong).toEqual([]);
});

test('a voice of both languages says Chinese first, and puts each language into its own sentence', () => {
  const { say, tell } = createVoice('both');

  expect([say('result.heldBy', { names: listed([{ zh: '构建', en: 'Build' }, { zh: '发布', en: 'Release' }]) }), tell('level.of', { level: 3 })]).toEqual([
    [{ language: 'zh', text: '当前等级受以下能力子项制约：构建、发布。' }, { language: 'en', text: 'The level is held down by Build, Release.' }],
    '3 级 / Level 3',
  ]);
});
