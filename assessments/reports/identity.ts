import type { ReportContext } from './context.ts';
import type { Wording } from './document.ts';
import type { ReportInput } from './report-input.ts';
import { data } from './wording.ts';

/** The heads of the journal’s chains, shortened, and the number of events: it changes with any event. */
export function fingerprint({ state }: ReportInput): string {
  const heads = [...state.heads].sort().map((head) => head.slice(0, 12));
  return `${heads.slice(0, 2).join('+')}${heads.length > 2 ? `+${heads.length - 2}` : ''}/${state.events}`;
}

/** How the report is marked: as set for the assessment, as a sample, or internal. */
export function marking({ say, input: { state } }: ReportContext): Wording {
  const own = state.parameters['report.marking'];
  if (typeof own === 'string' && own.trim() !== '') return data(own);
  return say(state.sample ? 'report.sample' : 'report.internal');
}
