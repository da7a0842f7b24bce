import { expect, test } from 'vitest';
import { reasons, refusal } from '../../electron/intake/sentences.ts';

test('every reason is said in both languages, as whole sentences that fit them', () => {
  const wrong = reasons.filter((reason) => {
    const { zh, en } = refusal('a', reason);
    return !/^[\p{Script=Han}].*。$/u.test(zh) || /[,;!?]|\.(?!\d)/.test(zh) || /[\p{Script=Han}][A-Za-z0-9]|[A-Za-z0-9][\p{Script=Han}]/u.test(zh) || !/^[A-Z][ -~]*\.$/.test(en);
  });

  expect(wrong.map((reason) => refusal('a', reason).zh)).toEqual([]);
});
