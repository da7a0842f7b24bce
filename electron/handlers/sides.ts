import { compare, comparisonInWords, eventsAt, fold, sideOf, type AssessmentState, type CompareSide } from '#assessments';
import type { ComparisonView } from '#contract';
import type { Session } from './session.ts';

/** A comparison, and the same in words. */
export function compared(from: CompareSide, to: CompareSide): ComparisonView {
  const comparison = compare(from, to);
  return { comparison, words: comparisonInWords(comparison, to.pack) };
}

/** The assessment as it stood at a milestone, or as it stands (null); null where there is no such milestone. */
export function sideAt(session: Session, id: string | null): CompareSide | null {
  if (id === null) return sideNow(session);
  const found = session.store.state().milestones.find((one) => one.milestone === id);
  return found === undefined ? null : milestoneSide(session, found);
}

/** The assessment as it stands. */
export function sideNow({ pack, store, result }: Session): CompareSide {
  return { name: store.state().project, pack, state: store.state(), result: result() };
}

type Milestone = AssessmentState['milestones'][number];

/** What was at a milestone never changes: it is folded once for each open assessment. */
const folded = new WeakMap<Session, Map<string, CompareSide>>();

export function milestoneSide(session: Session, { milestone: id, name, heads }: Milestone): CompareSide {
  const known = folded.get(session) ?? new Map<string, CompareSide>();
  folded.set(session, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const side = sideOf(name, session.pack, fold(eventsAt(session.store.events(), heads)));
  known.set(id, side);
  return side;
}
