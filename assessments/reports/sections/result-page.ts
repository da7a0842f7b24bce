import type { ReportContext } from '../context.ts';
import type { Block } from '../document.ts';
import { ratedResult } from './rated-result.ts';
import { unratedResult } from './unrated-result.ts';

/** Page 2, for a reader with two minutes: the level and what follows from it, or what the evidence says so far. */
export function resultPage(context: ReportContext): readonly Block[] {
  return [{ kind: 'page-break' }, ...(context.rated ? ratedResult(context) : unratedResult(context))];
}
