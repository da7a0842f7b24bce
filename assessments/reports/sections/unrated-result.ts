import { citedPlaces, column, masked, placeCells, requirementId, saidBy, suggestionCell, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Cell, Row, Table, Wording } from '../document.ts';
import type { Suggestion } from '../../findings/suggestion.ts';
import { evidenceBalance } from '../highlights.ts';

const shown = 4;

/** What the evidence supports, contradicts and lacks, with the leading examples and their places; no level. */
export function unratedResult(context: ReportContext): readonly Block[] {
  const { say, input: { suggestions } } = context;
  const balance = evidenceBalance(suggestions);
  const supported = balance.supported.toSorted((a, b) => weight(b) - weight(a));
  return [
    { kind: 'heading', level: 1, text: say('result.unratedHeading'), anchor: 'result', mark: null },
    { kind: 'paragraph', tone: 'notice', text: say('result.unratedNotice') },
    figures(context),
    found(context, 'result.supported', say('balance.supportedTop', counts(supported)), say('balance.noSupported'), supported),
    found(context, 'result.contradicted', say('balance.contradictedTop', counts(balance.contradicted)), say('balance.noContradicted'), balance.contradicted),
    lacking(context, balance.lacking),
    { kind: 'paragraph', tone: 'body', text: say('result.rateFirst') },
  ];
}

const worth = { N: 0, P: 1, L: 2, F: 3 } as const;

/** Direct before indirect, then the higher suggestion: the examples that say most come first. */
function weight({ strength, rating }: Suggestion): number {
  return (strength === 'direct' ? 10 : 0) + (rating === null ? 0 : worth[rating]);
}

function counts(all: readonly Suggestion[]): { readonly count: number; readonly total: number } {
  return { count: Math.min(shown, all.length), total: all.length };
}

function figures({ say, input: { suggestions, readings, facts } }: ReportContext): Block {
  const balance = evidenceBalance(suggestions);
  return {
    kind: 'figures',
    figures: [
      { value: String(balance.supported.length), label: say('balance.supported'), tone: 'good' },
      { value: String(balance.contradicted.length), label: say('balance.contradicted'), tone: balance.contradicted.length > 0 ? 'bad' : 'plain' },
      { value: String(balance.lacking.length), label: say('balance.lacking'), tone: 'plain' },
      { value: String(balance.unchecked.length), label: say('balance.unchecked'), tone: 'plain' },
      { value: String(readings.length), label: say('balance.files'), tone: 'plain' },
      { value: String(facts.length), label: say('balance.facts'), tone: 'plain' },
    ],
  };
}

function found(context: ReportContext, id: string, caption: Wording, empty: Wording, suggestions: readonly Suggestion[]): Table {
  return {
    kind: 'table', dense: true, id, caption, totals: null, empty,
    columns: [column(context, 'id', 'column.id', 15), column(context, 'says', 'column.evidenceSays', 78), column(context, 'suggestion', 'column.suggestion', 15, { align: 'center' })],
    rows: suggestions.slice(0, shown).map((suggestion): Row => ({ kind: 'cells', cells: [
      requirementId(context, suggestion.requirement), evidenceCell(context, suggestion), suggestionCell(context, suggestion.requirement),
    ] })),
  };
}

/** The leading sentence of the checks and the place it rests on. */
function evidenceCell(context: ReportContext, suggestion: Suggestion): Cell {
  const says = saidBy(context, suggestion).slice(0, suggestion.conflict ? 2 : 1).map((sentence) => text(context.both(sentence)));
  return { kind: 'stack', cells: [...says, ...placeCells(context, citedPlaces(context, suggestion), 1)] };
}

function lacking(context: ReportContext, suggestions: readonly Suggestion[]): Table {
  const { say, both, requirement } = context;
  const first = suggestions.toSorted((a, b) => (requirement(a.requirement)?.level ?? 0) - (requirement(b.requirement)?.level ?? 0));
  return {
    kind: 'table', dense: true, id: 'result.lacking', caption: say('balance.lackingTop', counts(suggestions)), totals: null, empty: say('balance.noLacking'),
    columns: [column(context, 'id', 'column.id', 15), column(context, 'missing', 'column.missing', 93)],
    rows: first.slice(0, shown).map((suggestion): Row => {
      const missing = suggestion.missing[0] ?? requirement(suggestion.requirement);
      return { kind: 'cells', cells: [requirementId(context, suggestion.requirement), text(missing === undefined ? [] : both(masked(context, missing)))] };
    }),
  };
}
