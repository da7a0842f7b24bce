import { expect, test, vi } from 'vitest';
import { makeKeys } from '../../electron/browser/launch-code.ts';
import { limits } from '../../electron/browser/limits.ts';

const opening = { file: null, used: () => undefined };

/** Keys with a clock that is set by hand. */
function keysAt() {
  let time = 0;
  return { keys: makeKeys(limits, () => time), pass: (milliseconds: number) => { time += milliseconds; } };
}

test('a launch code is exchanged once, for a token and the file of its window; a second use and a wrong code give nothing', () => {
  const keys = makeKeys();
  const used = vi.fn();
  const code = keys.newCode({ file: '/a.maturity', used });

  const wrong = keys.exchange(`${code}x`);
  const given = keys.exchange(code);
  const again = keys.exchange(code);

  const token = given?.token ?? '';
  expect([wrong, given?.file, again, used.mock.calls.length, keys.isToken(token), keys.isToken(code), keys.isToken('')]).toEqual([undefined, '/a.maturity', undefined, 1, true, false, false]);
  expect([token.length, code.length]).toEqual([43, 43]);
});

test('every window has a token of its own, and another run knows none of them', () => {
  const [one, other] = [makeKeys(), makeKeys()];
  const codes = [one.newCode(opening), one.newCode(opening)];
  const tokens = codes.map((code) => one.exchange(code)?.token ?? '');

  expect([new Set([...codes, ...tokens]).size, tokens.map(one.isToken), tokens.map(other.isToken), other.exchange(codes[0]!), makeKeys().isToken('')]).toEqual([4, [true, true], [false, false], undefined, false]);
});

test('a code nobody uses lapses, and the oldest gives way where too many wait', () => {
  const { keys, pass } = keysAt();
  const early = keys.newCode(opening);
  pass(limits.codeMs);
  const many = Array.from({ length: limits.codes + 1 }, () => keys.newCode(opening));

  expect([keys.exchange(early), many.map((code) => keys.exchange(code) !== undefined)]).toEqual([undefined, [false, ...Array.from({ length: limits.codes }, () => true)]]);
});

test('a token lapses once its window has been gone for a while, and not as long as it is open or used', () => {
  const { keys, pass } = keysAt();
  const [open, used, idle] = Array.from({ length: 3 }, () => keys.exchange(keys.newCode(opening))?.token ?? '') as [string, string, string];
  const close = keys.hold(open);
  pass(limits.tokenMs - 1);
  keys.isToken(used);
  pass(limits.tokenMs - 1);
  const midway = [open, used, idle].map(keys.isToken);
  close();
  pass(limits.tokenMs);

  expect([midway, [open, used, idle].map(keys.isToken)]).toEqual([[true, true, false], [false, false, false]]);
});

test('the oldest token without a window gives way where there are too many', () => {
  const keys = makeKeys();
  const tokens = Array.from({ length: limits.tokens }, () => keys.exchange(keys.newCode(opening))?.token ?? '');
  keys.hold(tokens[0]!);
  keys.exchange(keys.newCode(opening));

  expect(tokens.map(keys.isToken)).toEqual(tokens.map((_token, index) => index !== 1));
});

test('wrong tries are answered later and later, up to two seconds', () => {
  const keys = makeKeys();

  expect(Array.from({ length: 20 }, () => keys.wrongTry()).filter((_wait, index) => [0, 2, 3, 4, 8, 19].includes(index))).toEqual([0, 0, 100, 200, 2_000, 2_000]);
});
