import type { Requirement } from '../../catalogue/pack.ts';
import { effectiveDayOf, effectiveDays, liesWithin } from '../../evidence/effective-days.ts';
import type { Fact } from '../../evidence/facts.ts';
import type { Suggestion } from '../../findings/suggestion.ts';
import type { AssessmentState } from '../../journal/state.ts';
import type { Found, Piece, SufficiencyInput } from './result.ts';

/** Gives what is said for and against each requirement. Checks whose suggestion was rejected say nothing any more. */
export function gatherEvidence(input: SufficiencyInput): (requirement: Requirement) => Found {
  const { state, suggestions, facts } = input;
  const files = fileReader(input);
  const links = Map.groupBy(state.links, ({ requirement }) => requirement);
  const notes = Map.groupBy(state.notes.filter(({ saidBy }) => saidBy !== null && saidBy.trim() !== ''), ({ node }) => node ?? '');
  const rejected = Map.groupBy(state.rejections, ({ requirement }) => requirement);
  const accepted = acceptedChecks(state);
  const suggested = new Map(suggestions.map((suggestion) => [suggestion.requirement, suggestion]));
  const contradictions = contradictionsByPlace(facts);
  return ({ id }) => {
    const own = links.get(id) ?? [];
    const out = new Set((rejected.get(id) ?? []).flatMap(({ checks }) => checks));
    const checks = (suggested.get(id)?.checks ?? []).filter((check) => !out.has(check.id));
    const supports = checks.filter(({ outcome }) => outcome === 'supports');
    const read = supports.flatMap((check) => check.facts.flatMap((index) => pieceOf(facts[index], check.strength, files)));
    const linked = own.filter(({ stance }) => stance === 'for').map(({ file }) => files(file.path, 'direct', null));
    const said = (notes.get(id) ?? []).map(({ saidBy }): Piece => ({ kind: 'affirmation', machine: false, source: `person ${saidBy ?? ''}`, name: saidBy ?? '', days: null, within: null }));
    return {
      pieces: [...linked, ...read, ...said],
      against: [
        ...checks.filter(({ outcome }) => outcome === 'contradicts').map((check) => fileOf(check, facts)),
        ...own.filter(({ stance }) => stance === 'against').map(({ file }) => file.path),
        ...new Set(supports.flatMap((check) => check.facts.flatMap((index) => contradictions(facts[index])))),
      ],
      confirmed: linked.length > 0 || supports.some((check) => accepted.has(check.id)),
      windowed: state.window.from !== null || state.window.to !== null,
      names: own.flatMap(({ file, note }) => [baseName(file.path), note]),
    };
  };
}

type FileReader = (path: string, kind: Piece['kind'], day: string | null) => Piece;

/** A file as a piece of evidence: the day somebody said it is effective for counts, then that of the fact, then those of the whole file. */
function fileReader({ state, facts }: SufficiencyInput): FileReader {
  const artefacts = new Map(state.intakes.flatMap(({ files }) => files.map(({ path, artefact }) => [path, artefact] as const)));
  const described = new Map(state.descriptions.flatMap(({ file, effective }) => (effective === null ? [] : [[file.path, effective.slice(0, 10)] as const])));
  const days = effectiveDays(facts);
  return (path, kind, day) => {
    const known = described.get(path) ?? day;
    const own = known === null ? days.get(path) ?? null : { first: known, last: known };
    return { kind, machine: false, source: artefacts.get(path) ?? path, name: path, days: own, within: own === null ? null : liesWithin(own, state.window) };
  };
}

function pieceOf(fact: Fact | undefined, strength: 'direct' | 'indirect', files: FileReader): readonly Piece[] {
  return fact === undefined ? [] : [{ ...files(fact.place.file, strength, effectiveDayOf(fact)), machine: true }];
}

function acceptedChecks({ ratings }: Pick<AssessmentState, 'ratings'>): ReadonlySet<string> {
  return new Set(ratings.flatMap(({ basis }) => (basis.kind === 'human' ? basis.accepted : [])));
}

function fileOf({ facts: [first] }: Suggestion['checks'][number], facts: readonly Fact[]): string {
  return (first === undefined ? undefined : facts[first])?.place.file ?? '';
}

/** The files in which something else is said than in a fact, where the evidence contradicts itself about it. */
function contradictionsByPlace(facts: readonly Fact[]): (fact: Fact | undefined) => readonly string[] {
  const at = new Map<string, string[]>();
  for (const fact of facts) {
    if (fact.type !== 'contradiction') continue;
    const places = [fact.place, ...fact.also];
    for (const place of places) at.set(JSON.stringify(place), [...at.get(JSON.stringify(place)) ?? [], places.find((other) => other !== place)?.file ?? place.file]);
  }
  return (fact) => (fact === undefined || fact.type === 'contradiction' ? [] : at.get(JSON.stringify(fact.place)) ?? []);
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
