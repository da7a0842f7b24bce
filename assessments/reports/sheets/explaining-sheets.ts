import type { ReportContext } from '../context.ts';
import type { Block, Sheet } from '../document.ts';
import { comparisonBlocks } from '../sections/comparison.ts';
import { curveBlocks } from '../sections/curve.ts';
import { findingBlocks } from '../sections/findings.ts';
import { whyBlocks } from '../sections/why.ts';
import { sheetName } from './sheet-title.ts';

/** Why each level is what it is; no sheet where nobody has rated. */
export function whySheet(context: ReportContext): Sheet | null {
  if (!context.rated) return null;
  return { id: 'why', name: sheetName(context, 'sheet.why'), blocks: [{ kind: 'heading', level: 1, text: context.say('why.heading'), anchor: 'why', mark: null }, ...whyBlocks(context)] };
}

/** The standing checks with their counts as formulas. */
export function findingsSheet(context: ReportContext): Sheet {
  const blocks: readonly Block[] = [{ kind: 'heading', level: 1, text: context.say('xray.heading'), anchor: 'xray', mark: null }, { kind: 'paragraph', tone: 'small', text: context.say('xray.what') }, ...findingBlocks(context)];
  return { id: 'findings', name: sheetName(context, 'sheet.findings'), blocks };
}

/** What changed since a milestone; no sheet where none was chosen. */
export function comparisonSheet(context: ReportContext): Sheet | null {
  const compared = context.input.comparison ?? null;
  if (compared === null) return null;
  return { id: 'compare', name: sheetName(context, 'sheet.compare'), blocks: [{ kind: 'heading', level: 1, text: context.say('compare.heading', { name: compared.from.name }), anchor: 'compare', mark: null }, ...comparisonBlocks(context, compared)] };
}

/** What each level costs and what else could be chosen; no sheet where it was not worked out. */
export function curveSheet(context: ReportContext): Sheet | null {
  const blocks = curveBlocks(context, 'curve');
  return blocks.length === 0 ? null : { id: 'curve', name: sheetName(context, 'sheet.curve'), blocks };
}
