import { expect, test } from 'vitest';
import { unicodeEnvironment } from '../../electron/browser/unicode-environment.ts';

test.each([
  ['without a locale', {}, 'linux', 'C.UTF-8'],
  ['with the C locale', { LANG: 'C' }, 'linux', 'C.UTF-8'],
  ['with an older Chinese encoding', { LANG: 'zh_CN.GBK' }, 'linux', 'C.UTF-8'],
  ['with a UTF-8 locale', { LANG: 'zh_CN.utf8' }, 'linux', undefined],
  ['on another system', {}, 'win32', undefined],
])('%s, LC_ALL becomes what makes Chinese file names readable', (_what, environment, platform, expected) => {
  expect(unicodeEnvironment(environment, platform)).toEqual(expected === undefined ? environment : { ...environment, LC_ALL: expected });
});
