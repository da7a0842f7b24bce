import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The keys of one run of the browser shell: a launch code that is good once, and the token it is exchanged for. */
export type Keys = {
  readonly launchCode: string;
  /** The token for the right code, the first time; undefined for a wrong or used code. */
  readonly exchange: (code: string) => string | undefined;
  readonly isToken: (token: string) => boolean;
  /** Milliseconds to wait before refusing once more: nothing for the first wrong tries, then rising to two seconds. */
  readonly wrongTry: () => number;
};

export function makeKeys(): Keys {
  const launchCode = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  let used = false;
  let wrong = 0;
  return {
    launchCode,
    exchange: (code) => {
      if (used || !equal(code, launchCode)) return undefined;
      used = true;
      return token;
    },
    isToken: (given) => used && equal(given, token),
    wrongTry: () => {
      wrong += 1;
      return wrong <= 3 ? 0 : Math.min(2_000, 50 * 2 ** Math.min(wrong - 3, 10));
    },
  };
}

/** Compares in constant time, whatever the lengths. */
function equal(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
