import type { PlannedAction, QuickWin } from './plan.ts';
import { hundredths } from './planning-input.ts';

const most = 5;

/**
 * Quick wins: of the planned actions that can begin at once (none of the plan has to be done before them) the five that
 * close most gaps per likely person-day, best first; of equals the one that closes more, then the earlier in the plan.
 */
export function quickWins(planned: readonly PlannedAction[]): readonly QuickWin[] {
  const inPlan = new Set(planned.map(({ action }) => action));
  return planned
    .filter(({ closes, prerequisites }) => closes.length > 0 && !prerequisites.some((id) => inPlan.has(id)))
    .toSorted((one, other) => other.closes.length * hundredths(one.effort.likely) - one.closes.length * hundredths(other.effort.likely) || other.closes.length - one.closes.length)
    .slice(0, most)
    .map(({ action, closes, effort }) => ({ action, closes, effort }));
}
