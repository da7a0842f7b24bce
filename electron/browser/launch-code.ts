import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { limits as usual, type Limits } from './limits.ts';

/** What a launch code brings with it: the assessment its window shows first, and who is told once it has been used. */
export type Opening = { readonly file: string | null; readonly used: () => void };
export type Admission = { readonly token: string; readonly file: string | null };

/** The keys of one run of the browser shell: launch codes, each good once, and the token of the window each is exchanged for. */
export type Keys = {
  readonly newCode: (opening: Opening) => string;
  /** The token for a code, the first time; undefined for a wrong, used or lapsed one. */
  readonly exchange: (code: string) => Admission | undefined;
  readonly isToken: (token: string) => boolean;
  /** The window of this token is open, until the returned function is called: meanwhile its token does not lapse. */
  readonly hold: (token: string) => () => void;
  /** Whether the window of this token is open, or so lately closed that it may just be loaded again. */
  readonly isHeld: (token: string) => boolean;
  /** Milliseconds to wait before refusing once more: nothing for the first wrong tries, then rising to two seconds. */
  readonly wrongTry: () => number;
};

type Code = Opening & { readonly digest: Buffer; readonly until: number };
type Token = { readonly digest: Buffer; until: number; windows: number; leftAt: number };

/** `now` counts milliseconds and never goes back. */
export function makeKeys(limits: Limits = usual, now: () => number = () => performance.now()): Keys {
  let codes: readonly Code[] = [];
  let tokens: readonly Token[] = [];
  let wrong = 0;
  const held = (token: string): Token | undefined => {
    const time = now();
    tokens = tokens.filter(({ windows, until }) => windows > 0 || until > time);
    const found = find(tokens, token);
    if (found !== undefined) found.until = time + limits.tokenMs;
    return found;
  };
  return {
    newCode: (opening) => {
      const code = randomKey();
      codes = [...codes, { ...opening, digest: digest(code), until: now() + limits.codeMs }].slice(-limits.codes);
      return code;
    },
    exchange: (given) => {
      const time = now();
      const code = find(codes.filter(({ until }) => until > time), given);
      if (code === undefined) return undefined;
      codes = codes.filter((other) => other !== code);
      code.used();
      const token = randomKey();
      tokens = [...withRoom(tokens, limits.tokens), { digest: digest(token), until: time + limits.tokenMs, windows: 0, leftAt: -Infinity }];
      return { token, file: code.file };
    },
    isToken: (token) => held(token) !== undefined,
    hold: (token) => {
      const found = held(token);
      if (found === undefined) return () => undefined;
      found.windows += 1;
      return () => { found.windows -= 1; found.leftAt = now(); found.until = found.leftAt + limits.tokenMs; };
    },
    isHeld: (token) => {
      const found = held(token);
      return found !== undefined && (found.windows > 0 || now() - found.leftAt < limits.reloadMs);
    },
    wrongTry: () => {
      wrong += 1;
      return wrong <= limits.freeTries ? 0 : Math.min(limits.longestWaitMs, 50 * 2 ** Math.min(wrong - limits.freeTries, 10));
    },
  };
}

function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Without the oldest token that has no window, where there would be too many. */
function withRoom(tokens: readonly Token[], most: number): readonly Token[] {
  const idle = tokens.length < most ? undefined : tokens.find(({ windows }) => windows === 0);
  return tokens.filter((token) => token !== idle);
}

/** Compares with every one of them in constant time, whatever the lengths. */
function find<One extends { readonly digest: Buffer }>(known: readonly One[], key: string): One | undefined {
  const given = digest(key);
  return known.filter((one) => timingSafeEqual(one.digest, given))[0];
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
