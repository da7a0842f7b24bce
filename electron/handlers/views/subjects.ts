import { soughtForm, subjectKinds, type Subject, type SubjectKind } from '#assessments';
import type { SubjectName, SubjectRow, SubjectsView } from '#contract';
import type { FactIndex } from './fact-index.ts';

export type SubjectQuery = { readonly kind: SubjectKind | null; readonly search: string; readonly from: number; readonly count: number };

/** Other spellings beyond these are not told. */
const spellings = 20;

/** One page of the things that facts speak of: by kind; within a kind those named in most files first. */
export function subjectsView(index: FactIndex, { kind, search, from, count }: SubjectQuery): SubjectsView {
  const sought = soughtForm(search.trim());
  const all = index.subjects().filter((subject) => sought === '' || isNamed(subject, sought));
  const found = all.filter((subject) => kind === null || subject.kind === kind).map((subject) => ({ subject, files: filesOf(subject) })).sort(ordered);
  return {
    total: found.length, from,
    subjects: found.slice(from, from + count).map(({ subject, files }) => subjectRow(subject, files, index)),
    kinds: subjectKinds.map((one) => ({ kind: one, count: all.filter((subject) => subject.kind === one).length })).filter((one) => one.count > 0),
  };
}

/** The subject that is told by these names; undefined where the evidence has none. */
export function subjectNamed(subjects: readonly Subject[], { kind, name, version, hash }: SubjectName): Subject | undefined {
  return subjects.find((one) => one.kind === kind && one.name === name && one.version === version && (one.hashes[0] ?? null) === hash);
}

type Counted = { readonly subject: Subject; readonly files: number };

function ordered(one: Counted, other: Counted): number {
  return subjectKinds.indexOf(one.subject.kind) - subjectKinds.indexOf(other.subject.kind) || other.files - one.files || other.subject.facts.length - one.subject.facts.length;
}

function subjectRow(subject: Subject, files: number, index: FactIndex): SubjectRow {
  const { kind, name, version, hashes, names, facts } = subject;
  return {
    kind, name, version, hash: hashes[0] ?? null, hashes: hashes.length, otherNames: names.filter((one) => one !== name).slice(0, spellings),
    facts: facts.length, files, contradictions: index.contradictionsOf(subject).length,
  };
}

function filesOf({ places }: Subject): number {
  return new Set(places.map(({ file }) => file)).size;
}

function isNamed({ names, version, hashes }: Subject, sought: string): boolean {
  return [...names, version ?? '', ...hashes].some((one) => soughtForm(one).includes(sought));
}
