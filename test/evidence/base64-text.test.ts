import { expect, it } from 'vitest';
import { base64Text } from '../../assessments/evidence/base64-text.ts';

it.each([
  ['padded', 'eyJhIjogIua8giJ9', '{"a": "漂"}'],
  ['with padding signs', 'YWI=', 'ab'],
  ['without them', 'YWI', 'ab'],
  ['with line breaks', 'YW\nJj\n', 'abc'],
  ['in the alphabet of addresses', Buffer.from('??>>~~ÿ').toString('base64url'), '??>>~~ÿ'],
  ['of nothing', '', ''],
] as const)('base64 %s is decoded', (_, written, text) => {
  expect(base64Text(written)).toBe(text);
});

it.each([
  ['a sign of another alphabet', 'ab!d'],
  ['a length that cannot be', 'abcde'],
  ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00]).toString('base64')],
  ['four million signs', 'A'.repeat(4_000_004)],
] as const)('%s is no text', (_, written) => {
  expect(base64Text(written)).toBeNull();
});

it('what the platform encodes is what comes back', () => {
  const text = Array.from({ length: 300 }, (_, code) => String.fromCodePoint(code * 97 + 1)).join('');

  expect(base64Text(Buffer.from(text).toString('base64'))).toBe(Buffer.from(text).toString());
});
