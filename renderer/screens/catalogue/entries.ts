import { tagsOf, type Group, type Language, type Requirement } from '#assessments';
import type { PackIndex } from '../../desk/pack-index.ts';
import type { Facet } from '../../desk/state.ts';
import { fold } from './folded.ts';

/** Where in a requirement words are looked for. */
export type FieldKind = 'id' | 'zh' | 'en' | 'verify' | 'evidence' | 'group' | 'alias';
type Field = { readonly kind: FieldKind; readonly text: string; readonly folded: string };

/** A requirement prepared for searching and filtering, once for a pack. */
export type Entry = {
  readonly requirement: Requirement; readonly group: Group;
  readonly fields: readonly Field[];
  /** Codes without dots and dashes, so that `223l31` finds `2.2.3-L3-1`. */
  readonly codes: readonly string[];
  readonly values: Readonly<Record<Facet, readonly string[]>>;
};

/** All requirements of the pack in document order, prepared. */
export function entriesOf(index: PackIndex): readonly Entry[] {
  return [...index.requirements.values()].map(({ requirement, group }) => {
    const evidence = requirement.evidence.map(({ code, what }) => [code, what.zh, what.en] as const);
    const aliases = group.aliases.flatMap(({ zh, en }) => [zh, en].filter((name) => name !== undefined));
    const field = (kind: FieldKind) => (text: string): Field => ({ kind, text, folded: fold(text) });
    return {
      requirement, group,
      fields: [
        field('id')(requirement.id), field('zh')(requirement.zh), field('en')(requirement.en),
        ...requirement.verify.flatMap(({ shows }) => (shows === undefined ? [] : [shows.zh, shows.en])).map(field('verify')),
        ...evidence.map((parts) => parts.join(' ')).map(field('evidence')),
        ...[`${group.id} ${group.zh}`, `${group.id} ${group.en}`].map(field('group')), ...aliases.map(field('alias')),
      ],
      codes: [requirement.id, ...evidence.map(([code]) => code)].map(plainCode),
      values: valuesOf(requirement, group),
    };
  });
}

function valuesOf(requirement: Requirement, group: Group): Entry['values'] {
  return {
    level: [String(requirement.level)], axis: [requirement.axis], role: requirement.roles, method: [...new Set(requirement.verify.map(({ method }) => method))],
    capability: tagsOf(requirement, group, 'capability'), pipeline: tagsOf(requirement, group, 'pipeline'), principle: tagsOf(requirement, group, 'principle'),
    checked: requirement.checks.length > 0 ? ['yes'] : [], mandatory: requirement.mandatory ? ['yes'] : [],
  };
}

/** Those in which every word is found, in whatever field. No words: all. */
export function found(entries: readonly Entry[], words: readonly string[]): readonly Entry[] {
  return words.length === 0 ? entries : entries.filter((entry) => words.every((word) => holds(entry, word)));
}

function holds({ fields, codes }: Entry, word: string): boolean {
  if (fields.some(({ folded }) => folded.includes(word))) return true;
  const code = plainCode(word);
  return code.length > 1 && /\d/.test(code) && codes.some((one) => one.startsWith(code));
}

function plainCode(code: string): string {
  return fold(code).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which text shows best why the entry was found: the sentence in the language chosen where it has a word, else the first field that has one. */
export function fieldShown({ fields }: Entry, words: readonly string[], language: Language): { readonly kind: FieldKind; readonly text: string } | null {
  const hit = fields.filter(({ folded }) => words.some((word) => folded.includes(word)));
  if (hit.some(({ kind }) => kind === language)) return null;
  const other = hit.find(({ kind }) => kind !== 'id') ?? null;
  // Of a text there is in both languages, the reader's own where it has the word too.
  return hit.find(({ kind, text }) => kind === other?.kind && isIn(language, text)) ?? other;
}

function isIn(language: Language, text: string): boolean {
  return /\p{Script=Han}/u.test(text) === (language === 'zh');
}

/** Groups whose code, name or alias holds every word. */
export function namedGroups(index: PackIndex, words: readonly string[]): readonly Group[] {
  if (words.length === 0) return [];
  return index.pack.groups.filter(({ id, zh, en, aliases }) => {
    const name = fold([id, zh, en, ...aliases.flatMap((alias) => [alias.zh ?? '', alias.en ?? ''])].join(' '));
    return words.every((word) => name.includes(word));
  });
}
