import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, tokens, type Breaking } from '../../../electron/export/pdf/line-breaking.ts';

/** A Chinese sign is two wide, any other one. */
const measure = (text: string) => Array.from(text).reduce((sum, sign) => sum + (sign > '\u2E80' ? 2 : 1), 0);
const set = (text: string, room: number, breaking: Breaking = 'prose') => breakLines(text, room, measure, breaking);

test('no line begins with a closing sign, and none ends with an opening one', () => {
  expect(set('更新方式要写明，并有', 14)).toEqual(['更新方式要写', '明，并有']);
  expect(set('更新方式要写（如灰度）', 14)).toEqual(['更新方式要写', '（如灰度）']);
});

test('Latin words, numbers and requirement ids stay whole; spaces do not begin a line', () => {
  expect(set('用 latest 标签的镜像见 2.2.3-L3-1 与 canary-by-header', 14)).toEqual(['用 latest 标签', '的镜像见', '2.2.3-L3-1 与', 'canary-by-', 'header']);
});

test('a path breaks behind a folder, a hash every sixteen signs', () => {
  expect(set('deploy/charts/templates/rollout.yaml#/0/spec', 26, 'code')).toEqual(['deploy/charts/templates/', 'rollout.yaml#/0/spec']);
  expect(set('0123456789abcdef'.repeat(4), 40, 'code')).toEqual(['0123456789abcdef0123456789abcdef', '0123456789abcdef0123456789abcdef']);
});

test('a word wider than the line is broken all the same, and line ends are kept', () => {
  expect(set(`${'x'.repeat(25)}\n\n二`, 10)).toEqual(['xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx', '', '二']);
});

test('no line is wider than the room and no sign but a space is lost', () => {
  const sign = fc.constantFrom(...'更新，。（）「」“”…ab1-/.:# 度%');
  fc.assert(fc.property(fc.array(sign, { maxLength: 80 }), fc.integer({ min: 6, max: 30 }), fc.constantFrom<Breaking>('prose', 'code'), (signs, room, breaking) => {
    const text = signs.join('');
    const lines = set(text, room, breaking);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(lines.filter((line) => measure(line) > room)).toEqual([]);
  }));
});

test('what stays together is the text itself, cut', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<Breaking>('prose', 'code'), (text, breaking) => { expect(tokens(text, breaking).join('')).toBe(text); }));
});
