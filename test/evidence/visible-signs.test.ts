import { describe, expect, test } from 'vitest';
import { escapedSigns, soughtForm, visibleName, visibleSigns } from '#assessments';

describe('unseen signs', () => {
  test('controls, directions, signs of no width, fillers and half signs stand as their code', () => {
    expect(visibleSigns('report\u202Egpj.exe \u2066x\u2069 \u200Ea\u200Bb\uFEFFc\u00ADd \u001b[31m\u009b\u0007 \u2028 \u3164\u2800 \uD800')).toBe('report[U+202E]gpj.exe [U+2066]x[U+2069] [U+200E]a[U+200B]b[U+FEFF]c[U+00AD]d [U+001B][31m[U+009B][U+0007] [U+2028] [U+3164][U+2800] [U+D800]');
    expect(visibleSigns('tag\u{E0041} \uFE0F')).toBe('tag[U+E0041] [U+FE0F]');
  });

  test('line ends and tabs stay in a text and stand as code in a name', () => {
    expect([visibleSigns('a\n\tb\r'), visibleName('a\n\tb')]).toEqual(['a\n\tb[U+000D]', 'a[U+000A][U+0009]b']);
  });

  test('scripts of the world and emoji stay as they are', () => {
    const text = '风控模型 v3.4 – שלום مرحبا हिन्दी ⚠️ 👩‍💻 é ñ ｆｕｌｌ';
    expect([visibleSigns(text), visibleName(text)]).toEqual([text, text]);
  });

  test('a tower of marks on one letter is cut to what scripts use, the rest stands as code', () => {
    expect([visibleSigns('a\u0300\u0301\u0302\u0303b'), visibleSigns('a\u0300\u0301\u0302\u0303\u0304\u0305b')]).toEqual(['a\u0300\u0301\u0302\u0303b', 'a\u0300\u0301\u0302\u0303[U+0304][U+0305]b']);
  });

  test('what looks alike is sought alike', () => {
    expect([soughtForm('pay\u200Bload'), soughtForm('ＰＡＹload'), soughtForm('pay\u202Eload'), soughtForm('pay\uFEFFload')]).toEqual(['payload', 'payload', 'payload', 'payload']);
    expect(soughtForm('first\nsecond')).toBe('first second');
  });
});

test('as escapes, a JSON document stays what it is', () => {
  const value = { 'a\u202Eb': ['\u009b31m', '\u{E0041}', 'tab\t', '\uD800', '\u2028'] };
  const escaped = escapedSigns(JSON.stringify(value, null, 2));

  expect([JSON.parse(escaped), /[\u007f-\u{10ffff}]/u.test(escaped)]).toEqual([value, false]);
});
