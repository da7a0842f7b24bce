import { useMemo } from 'react';
import { createText, type Bilingual, type Language, type Text } from '#assessments';
import { languageOf, useDeskState } from '../desk/desk.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type TextKey = keyof typeof zh;
export type ScreenText = Text<typeof zh>;

const texts: Readonly<Record<Language, ScreenText>> = { zh: createText<typeof zh>(zh), en: createText<typeof zh>(en) };

/** What stands between two sentences: nothing in Chinese. */
export const gapOf: Readonly<Record<Language, string>> = { zh: '', en: ' ' };

/** The words of one language. */
export function textOf(language: Language): ScreenText {
  return texts[language];
}

export type Words = {
  readonly language: Language;
  readonly text: ScreenText;
  /** The chosen language of a text that comes in both. */
  readonly of: (bilingual: Bilingual) => string;
};

/** The words in the language chosen; a screen draws again when it changes. */
export function useWords(): Words {
  const language = useDeskState(languageOf);
  return useMemo(() => ({ language, text: texts[language], of: (bilingual) => bilingual[language] }), [language]);
}
