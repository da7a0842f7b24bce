import type { Bilingual, Language } from '../../language.ts';
import type { Pack, Requirement } from '../pack.ts';
import type { PackWording, WordedRequirement } from './read-wording.ts';
import { oneLine } from './tables.ts';
import { type WordMark, wordMarks } from './word-marks.ts';

type Reworded = { readonly language: Language; readonly before: string; readonly after: string; readonly marks: readonly WordMark[] };
type InPlace = Bilingual & { readonly requirement: string; readonly group: string; readonly level: number };
/** One difference: a row that came or went, or one cell that was changed. */
export type WordingChange =
  | { readonly kind: 'new' } & InPlace
  | { readonly kind: 'removed' } & InPlace
  | { readonly kind: 'reworded'; readonly requirement: string } & Reworded
  | { readonly kind: 'moved'; readonly requirement: string; readonly what: 'group' | 'level'; readonly before: string; readonly after: string }
  | { readonly kind: 'set'; readonly requirement: string; readonly what: 'axis' | 'mandatory' | 'carry'; readonly before: string; readonly after: string }
  /** `of`: the pack's id, a node's id, or a level's number. */
  | { readonly kind: 'named'; readonly what: 'name' | 'definition' | 'level' | 'meaning'; readonly of: string } & Reworded;

/** What a wording workbook changes in a pack, and how many requirements it leaves as they are. */
export type WordingDiff = {
  /** The workbook was made from another edition than the one it is compared with; null where it does not tell. */
  readonly otherBase: boolean | null;
  readonly changes: readonly WordingChange[];
  readonly unchanged: number;
};

/** Compares a wording with the pack it words anew: requirements in the order of the workbook, then removed ones, then names and levels. */
export function wordingDiff(pack: Pack, wording: PackWording): WordingDiff {
  const known = new Map(pack.groups.flatMap((group) => group.requirements.map((requirement) => [requirement.id, { group: group.id, requirement }] as const)));
  const kept = new Set(wording.requirements.map(({ id }) => id));
  const rows = wording.requirements.map((worded) => {
    const before = known.get(worded.id);
    return before === undefined ? [placed('new', worded, worded.group)] : changesOf(worded, before.group, before.requirement);
  });
  const removed = [...known.values()].filter(({ requirement }) => !kept.has(requirement.id)).map(({ group, requirement }) => placed('removed', requirement, group));
  return {
    otherBase: wording.base === null ? null : wording.base !== pack.hash,
    changes: [...rows.flat(), ...removed, ...namesChanged(pack, wording), ...levelsChanged(pack, wording)],
    unchanged: rows.filter((changes) => changes.length === 0).length,
  };
}

function placed(kind: 'new' | 'removed', { id, level, zh, en }: Pick<WordedRequirement, 'id' | 'level' | 'zh' | 'en'>, group: string): WordingChange {
  return { kind, requirement: id, group, level, zh, en };
}

function changesOf(worded: WordedRequirement, group: string, before: Requirement): readonly WordingChange[] {
  const requirement = worded.id;
  return [
    ...moved(requirement, 'group', group, worded.group),
    ...moved(requirement, 'level', String(before.level), String(worded.level)),
    ...rewordings(before, worded).map((reworded): WordingChange => ({ kind: 'reworded', requirement, ...reworded })),
    ...(['axis', 'mandatory', 'carry'] as const).flatMap((what): readonly WordingChange[] => {
      const after = worded[what];
      return after === null || after === before[what] ? [] : [{ kind: 'set', requirement, what, before: String(before[what]), after: String(after) }];
    }),
  ];
}

function moved(requirement: string, what: 'group' | 'level', before: string, after: string): readonly WordingChange[] {
  return before === after ? [] : [{ kind: 'moved', requirement, what, before, after }];
}

function rewordings(before: Bilingual, after: Bilingual): readonly Reworded[] {
  // What a workbook cannot keep (a line end, a fixed blank) is no change.
  return (['zh', 'en'] as const).filter((language) => oneLine(before[language]) !== after[language]).map((language) =>
    ({ language, before: before[language], after: after[language], marks: wordMarks(oneLine(before[language]), after[language]) }));
}

function named(what: Extract<WordingChange, { kind: 'named' }>['what'], of: string, before: Bilingual | null, after: Bilingual | null): readonly WordingChange[] {
  return before === null || after === null ? [] : rewordings(before, after).map((reworded) => ({ kind: 'named', what, of, ...reworded }));
}

function namesChanged(pack: Pack, { names }: PackWording): readonly WordingChange[] {
  return names.flatMap((name) => {
    if (name.id === pack.id) return named('name', name.id, pack, name);
    const group = pack.groups.find(({ id }) => id === name.id);
    return group === undefined ? [] : [...named('name', name.id, group, name), ...named('definition', name.id, group.definition, name.definition)];
  });
}

function levelsChanged(pack: Pack, { levels }: PackWording): readonly WordingChange[] {
  return levels.flatMap((level) => {
    const before = pack.levels.find((one) => one.level === level.level);
    return before === undefined ? [] : [...named('level', String(level.level), before, level), ...named('meaning', String(level.level), before.meaning, level.meaning)];
  });
}
