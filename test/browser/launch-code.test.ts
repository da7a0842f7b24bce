import { expect, test } from 'vitest';
import { makeKeys } from '../../electron/browser/launch-code.ts';

test('the launch code is exchanged once; a second use and a wrong code give nothing', () => {
  const keys = makeKeys();

  const wrong = keys.exchange(`${keys.launchCode}x`);
  const token = keys.exchange(keys.launchCode) ?? '';
  const again = keys.exchange(keys.launchCode);

  expect([wrong, again, keys.isToken(token), keys.isToken(keys.launchCode), keys.isToken('')]).toEqual([undefined, undefined, true, false, false]);
  expect([token.length, keys.launchCode.length]).toEqual([43, 43]);
});

test('no token is known before the exchange, and another run knows other keys', () => {
  const [one, other] = [makeKeys(), makeKeys()];
  const token = one.exchange(one.launchCode) ?? '';

  expect([other.isToken(token), other.exchange(one.launchCode), makeKeys().isToken('')]).toEqual([false, undefined, false]);
});

test('wrong tries are answered later and later, up to two seconds', () => {
  const keys = makeKeys();

  expect(Array.from({ length: 20 }, () => keys.wrongTry()).filter((_wait, index) => [0, 2, 3, 4, 8, 19].includes(index))).toEqual([0, 0, 100, 200, 2_000, 2_000]);
});
