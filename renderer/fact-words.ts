import { fieldName, valueInChinese, type Fact, type Language, type Place } from '#assessments';
import { lineRange, visibleText } from './format.ts';

const notSaid = ['type', 'place', 'also'];
const words = { zh: { true: '是', false: '否', between: '、' }, en: { true: 'yes', false: 'no', between: ', ' } } as const;

export type SaidField = { readonly field: string; readonly label: string; readonly value: string };

/** What a fact says, in its own order; and the names of fields that say no, and of those that say nothing. */
export type FactInWords = { readonly said: readonly SaidField[]; readonly no: readonly string[]; readonly silent: readonly string[] };

export function factInWords(fact: Fact, language: Language): FactInWords {
  const fields = Object.entries(fact).filter(([field]) => !notSaid.includes(field)) as readonly (readonly [string, unknown])[];
  const label = (field: string) => fieldName(field)[language];
  return {
    said: fields.filter(([, value]) => value !== false && !isSilent(value)).map(([field, value]) => ({ field, label: label(field), value: valueInWords(fact, field, value, language) })),
    no: fields.filter(([, value]) => value === false).map(([field]) => label(field)),
    silent: fields.filter(([, value]) => isSilent(value)).map(([field]) => label(field)),
  };
}

/** A fact in one line: its names and words as they are, its numbers and marks with what they are called. */
export function factInShort(fact: Fact, language: Language): string {
  if (fact.type === 'contradiction') return fact[language];
  const fields = Object.entries(fact).filter(([field, value]) => !notSaid.includes(field) && value !== false && !isSilent(value) && value !== 0);
  const parts = [...fields.filter(([field]) => !sharedNames.has(field)), ...fields.filter(([field]) => sharedNames.has(field))].flatMap(([field, value]) => partOf(fact, field, value, language));
  return [...new Set(parts)].slice(0, partsInShort).join(' · ');
}

const partsInShort = 6;
const shortCommit = 10;
/** Names that most facts of a delivery share come after what a fact says of its own. */
const sharedNames: ReadonlySet<string> = new Set(['release', 'run', 'repository', 'commit']);

function partOf(fact: Fact, field: string, value: unknown, language: Language): readonly string[] {
  const label = fieldName(field)[language];
  if (typeof value === 'number') return [beside(label, value)];
  if (value === true) return [label];
  if (Array.isArray(value)) return [beside(label, value.length)];
  const text = valueInWords(fact, field, value, language);
  if (/^[0-9a-f]{32,}$/.test(text)) return field === 'commit' ? [text.slice(0, shortCommit)] : [];
  return text.length > 80 ? [] : [text];
}

/** No space behind a full-width sign. */
function beside(label: string, value: number): string {
  return label.endsWith('）') ? `${label}${value}` : `${label} ${value}`;
}

function isSilent(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function valueInWords(fact: Fact, field: string, value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => valueInWords(fact, field, one, language)).join(words[language].between);
  if (typeof value === 'boolean') return words[language][`${value}`];
  const text = visibleText(String(value).replace(/\s+/g, ' '));
  return language === 'zh' ? valueInChinese(fact.type, field, text) : text;
}

/** Where in its file a place is, as short as it is exact: `L14–L31`, `/0/spec/strategy`, `Runs!B7`; empty for the whole. */
export function placeWithin(place: Place): string {
  if ('lines' in place) return lineRange(place.lines);
  return visibleText('cell' in place ? place.cell : place.pointer);
}
