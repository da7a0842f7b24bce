import type { Pack, Requirement } from '../catalogue/pack.ts';
import type { Suggestion } from '../findings/suggestion.ts';
import type { AssessmentState, Consensus, Rating } from '../journal/state.ts';
import { evaluate } from './evaluation.ts';
import type { FinalRating, ScoreResult } from './result.ts';
import { valuesOf } from './score.ts';
import type { XrayInput } from './xray.ts';

/** What the checks look at: each requirement beside all that was said of it. */
export type XrayView = {
  readonly pack: Pack; readonly state: AssessmentState; readonly result: ScoreResult;
  readonly rows: readonly XrayRow[];
  readonly reworded: ReadonlySet<string>;
  readonly row: (requirement: string) => XrayRow | undefined;
  readonly subItemOf: (requirement: string) => string;
  /** Whether a single other rating of the requirement would move the level of its sub-item. */
  readonly decides: (requirement: string) => boolean;
};

export type XrayRow = {
  readonly requirement: Requirement; readonly subItem: string; readonly final: FinalRating;
  /** The ratings that count, in the layer that counts, and the consensus over them. */
  readonly ratings: readonly Rating[]; readonly consensus: Consensus | null;
  readonly suggestion: Suggestion | null;
  /** The files the rating rests on: linked for it, or cited by an accepted suggestion. */
  readonly evidence: readonly { readonly path: string; readonly effective: string | null; readonly purged: boolean }[];
  readonly against: readonly string[];
};

export function xrayView(input: XrayInput): XrayView {
  const { pack, state, result } = input;
  const rows = pack.groups.flatMap((group) => group.requirements.map((requirement) => ({ requirement, subItem: group.id })));
  const seen = rowReader(input);
  const all = rows.map(({ requirement, subItem }) => seen(requirement, subItem));
  const byId = new Map(all.map((row) => [row.requirement.id, row]));
  const evaluation = evaluate(pack, valuesOf(result.finals), result.rules);
  return {
    pack, state, result, rows: all, reworded: input.reworded ?? new Set(),
    row: (id) => byId.get(id),
    subItemOf: (id) => byId.get(id)?.subItem ?? '',
    decides: (id) => {
      const node = byId.get(id)?.subItem ?? '';
      return (['N', 'F'] as const).some((value) => evaluation.levelWith(node, id, value) !== evaluation.level(node));
    },
  };
}

function rowReader({ state, result, suggestions, facts }: XrayInput): (requirement: Requirement, subItem: string) => XrayRow {
  const finals = new Map(result.finals.map((final) => [final.requirement, final]));
  const ratings = Map.groupBy(state.ratings.filter(({ subject }) => subject === null), ({ requirement }) => requirement);
  const consensus = Map.groupBy(state.consensus.filter(({ subject }) => subject === null), ({ requirement }) => requirement);
  const links = Map.groupBy(state.links, ({ requirement }) => requirement);
  const suggested = new Map(suggestions.map((suggestion) => [suggestion.requirement, suggestion]));
  const fileOf = fileReader(state);
  return (requirement, subItem) => {
    const { id } = requirement;
    const final = finals.get(id) ?? { requirement: id, value: null, basis: null, disputed: [], layer: null };
    const counting = (ratings.get(id) ?? []).filter((rating) => counts(rating, final));
    const suggestion = suggested.get(id) ?? null;
    const own = links.get(id) ?? [];
    const linked = own.filter(({ stance }) => stance === 'for').map(({ file }) => file.path);
    return {
      requirement, subItem, final, ratings: counting, suggestion,
      consensus: final.basis === 'consensus' ? (consensus.get(id) ?? []).findLast(({ layer }) => layer === final.layer) ?? null : null,
      evidence: [...new Set([...linked, ...citedFiles(counting, suggestion, facts)])].map(fileOf),
      against: own.filter(({ stance }) => stance === 'against').map(({ file }) => file.path),
    };
  };
}

/** Where people have rated, what the machine said beside them counts for nothing. */
function counts({ layer, basis }: Rating, final: FinalRating): boolean {
  return layer === final.layer && (basis.kind === 'human') === (final.basis !== 'machine');
}

/** The files of the facts behind the checks that were accepted with the ratings. */
function citedFiles(ratings: readonly Rating[], suggestion: Suggestion | null, facts: XrayInput['facts']): readonly string[] {
  const accepted = new Set(ratings.flatMap(({ basis }) => (basis.kind === 'human' ? basis.accepted : basis.checks)));
  const cited = suggestion === null ? [] : suggestion.checks.filter(({ id }) => accepted.has(id)).flatMap((check) => check.facts);
  return cited.flatMap((index) => facts[index]?.place.file ?? []);
}

/** What is known of an evidence file: the day it is effective for, where somebody described it, and whether its bytes are gone. */
function fileReader(state: AssessmentState): (path: string) => XrayRow['evidence'][number] {
  const gone = new Set(state.purged.map(({ artefact }) => artefact));
  const files = new Map(state.intakes.flatMap(({ files: all }) => all.map(({ path, artefact }) => [path, artefact] as const)));
  const effective = new Map(state.descriptions.map(({ file, effective: day }) => [file.path, day]));
  return (path) => ({ path, effective: effective.get(path) ?? null, purged: gone.has(files.get(path) ?? '') });
}
