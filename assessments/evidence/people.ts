import { cut } from './pipeline-step/naming.ts';

/** What stands for a person in facts: `#1`, `#2`, … in the order in which a file names them; programs keep their names. */
export type People = (account: string | null) => string | null;

/** Numbers the people of one file, so that two of them can be told apart and nobody is named. */
export function numberedPeople(): People {
  const numbers = new Map<string, number>();
  return (account) => {
    const key = (account ?? '').trim().toLowerCase();
    if (account === null || key === '') return null;
    if (isProgram(account)) return cut(account.trim(), 100);
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return `#${number}`;
  };
}

/** Accounts of programs: `dependabot[bot]`, `project_12_bot_3f`, `ci-bot`, `jenkins`, `automation`. */
export function isProgram(account: string): boolean {
  return /\[bot\]$|(?:^|[-_. ])bot(?:$|[-_. ])|^(?:github-actions|web-flow|jenkins|gitlab-ci|ci|cd|automation|system|service[-_ ]account|renovate|dependabot|机器人|系统|自动(?:化)?(?:审批|程序|流程)?)$/i.test(account.trim().slice(0, 200));
}

/** A text without accounts (`@anna`) and mail addresses, at most `length` signs. */
export function withoutPeople(text: string | null, length = 500): string | null {
  if (text === null) return null;
  const plain = text.slice(0, length * 4).replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, '…').replace(/(^|[\s(（,，:：])@[\w-]{1,60}/g, '$1…');
  return cut(plain.trim(), length);
}
