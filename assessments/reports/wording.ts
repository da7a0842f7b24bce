import type { Bilingual, Language } from '../language.ts';
import { createText, type Blanks } from '../text.ts';
import type { Wording } from './document.ts';
import { en } from './text/en.ts';
import { zh } from './text/zh.ts';

type Dictionary = typeof zh;
export type ReportKey = keyof Dictionary;
type Value = string | number | Bilingual;
type Filled<Key extends ReportKey> = [Blanks<Dictionary[Key]>] extends [never] ? [] : [Readonly<Record<Blanks<Dictionary[Key]>, Value>>];

/** The report's voice: the same words once per language of the report. */
export type Voice = {
  readonly languages: readonly Language[];
  /** A sentence of the dictionary; a blank may hold a text of both languages. */
  readonly say: <Key extends ReportKey>(key: Key, ...blanks: Filled<Key>) => Wording;
  /** The same on one line, for names that cannot have two. */
  readonly tell: <Key extends ReportKey>(key: Key, ...blanks: Filled<Key>) => string;
  /** A sentence of the dictionary as a value to put into another. */
  readonly words: <Key extends ReportKey>(key: Key, ...blanks: Filled<Key>) => Bilingual;
  /** A text that carries both languages itself. */
  readonly both: (text: Bilingual) => Wording;
};

type Filler = (key: ReportKey, blanks: Readonly<Record<string, string | number>>) => string;
const dictionaries: Readonly<Record<Language, Filler>> = { zh: createText<Dictionary>(zh), en: createText<Dictionary>(en) };

/** The voice of a report in Chinese, English, or both with Chinese first. */
export function createVoice(language: Language | 'both'): Voice {
  const languages: readonly Language[] = language === 'both' ? ['zh', 'en'] : [language];
  const both = (text: Bilingual): Wording => languages.map((spoken) => ({ language: spoken, text: text[spoken] }));
  const words: Voice['words'] = (key, ...blanks) => ({ zh: fill('zh', key, blanks), en: fill('en', key, blanks) });
  const say: Voice['say'] = (key, ...blanks) => both(words(key, ...blanks));
  return { languages, both, words, say, tell: (key, ...blanks) => oneLine(say(key, ...blanks)) };
}

function fill<Key extends ReportKey>(language: Language, key: Key, blanks: Filled<Key>): string {
  const values = Object.entries((blanks[0] ?? {}) as Readonly<Record<string, Value>>)
    .map(([name, value]) => [name, typeof value === 'object' ? value[language] : value] as const);
  return dictionaries[language](key, Object.fromEntries(values));
}

/** Wording of several languages on one line; said once where they agree. */
export function oneLine(wording: Wording): string {
  return [...new Set(wording.map(({ text }) => text))].join(' / ');
}

/** Data that belongs to no language. */
export function data(text: string): Wording {
  return text === '' ? [] : [{ language: null, text }];
}

/**
 * A label with a text that a person wrote in one language: with several languages the labels stand together and the
 * text is said once. `label` holds the text's place as its end, e.g. `理由：`, `Rationale: `.
 */
export function untranslated({ languages }: Voice, label: Bilingual, text: string): Wording {
  const [first] = languages;
  if (languages.length === 1 && first !== undefined) return [{ language: first, text: `${label[first]}${text}` }];
  return [{ language: null, text: `${label.zh.replace(/：$/, '')} / ${label.en}${text}` }];
}

/** Names in a row, with each language's own comma. */
export function listed(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map(({ zh: name }) => name).join('、'), en: names.map(({ en: name }) => name).join(', ') };
}
