import { compare, eventsAt, fold, sideOf, type Comparison } from '#assessments';
import type { Session } from './session.ts';

/** What changed between a milestone and the assessment as it stands, for a report; null where there is no such milestone. */
export function sinceMilestone({ pack, store, result }: Session, milestone: string): Comparison | null {
  const state = store.state();
  const found = state.milestones.find((one) => one.milestone === milestone);
  if (found === undefined) return null;
  return compare(sideOf(found.name, pack, fold(eventsAt(store.events(), found.heads))), { name: state.project, pack, state, result: result() });
}
