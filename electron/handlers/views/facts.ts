import { factTypes, soughtForm, type Fact, type FactType } from '#assessments';
import type { FactFilter, FactsView, FieldMeanings } from '#contract';
import { placesOf, type FactIndex } from './fact-index.ts';
import { subjectNamed } from './subjects.ts';

/** One page of the facts that fit a filter, contradictions first. */
export function factsView(index: FactIndex, only: FactFilter, { from, count }: { readonly from: number; readonly count: number }): FactsView {
  const found = ordered(fitting(index, only), index.facts);
  const shown = found.slice(from, from + count).flatMap((at) => {
    const fact = index.facts[at];
    return fact === undefined ? [] : [{ index: at, fact }];
  });
  return { total: found.length, from, facts: shown, meanings: meaningsOf(new Set(shown.map(({ fact }) => fact.type))) };
}

function fitting(index: FactIndex, { type, file, subject, search }: FactFilter): readonly number[] {
  const lists = [
    ...(type === null ? [] : [index.ofType(type)]),
    ...(file === null ? [] : [index.ofFile(file)]),
    ...(subject === null ? [] : [ofSubject(index, subject)]),
  ];
  const [first = index.facts.map((_fact, at) => at), ...others] = lists;
  const common = others.reduce((left, right) => { const known = new Set(right); return left.filter((at) => known.has(at)); }, first);
  const sought = soughtForm(search.trim());
  return sought === '' ? common : common.filter((at) => { const fact = index.facts[at]; return fact !== undefined && says(fact, sought); });
}

function ofSubject(index: FactIndex, name: NonNullable<FactFilter['subject']>): readonly number[] {
  const subject = subjectNamed(index.subjects(), name);
  return subject === undefined ? [] : [...new Set([...subject.facts, ...index.contradictionsOf(subject)])];
}

function ordered(indices: readonly number[], facts: readonly Fact[]): readonly number[] {
  const isContradiction = (at: number): boolean => facts[at]?.type === 'contradiction';
  return [...indices.filter(isContradiction), ...indices.filter((at) => !isContradiction(at))];
}

function says(fact: Fact, sought: string): boolean {
  if (placesOf(fact).some(({ file }) => soughtForm(file).includes(sought))) return true;
  return Object.entries(fact).some(([field, value]) => field !== 'place' && field !== 'also' && (Array.isArray(value) ? value : [value]).some((one) => (typeof one === 'string' || typeof one === 'number') && soughtForm(String(one)).includes(sought)));
}

const unsaid = new Set(['type', 'place', 'also']);
const meanings = new Map<FactType, Readonly<Record<string, string>>>();

function meaningsOf(types: ReadonlySet<FactType>): FieldMeanings {
  return Object.fromEntries([...types].map((type) => [type, meaningsIn(type)]));
}

/** What the fields of a type mean, as its schema documents them. */
function meaningsIn(type: FactType): Readonly<Record<string, string>> {
  const known = meanings.get(type);
  if (known !== undefined) return known;
  const fields = Object.entries(factTypes[type].shape).filter(([field]) => !unsaid.has(field));
  const made = Object.fromEntries(fields.flatMap(([field, { description }]) => (description === undefined ? [] : [[field, description]])));
  meanings.set(type, made);
  return made;
}
