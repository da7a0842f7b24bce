import type { Bilingual, Language } from '#assessments';

/** What ends a command for a reason the user can mend: one plain sentence in both languages. `code` is the exit code. */
export class Refusal extends Error {
  readonly sentence: Bilingual;
  readonly code: 1 | 2;
  constructor(sentence: Bilingual, code: 1 | 2 = 2) {
    super(sentence.en);
    this.sentence = sentence;
    this.code = code;
  }
}

/** zh where the user's locale is Chinese, otherwise en. */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
