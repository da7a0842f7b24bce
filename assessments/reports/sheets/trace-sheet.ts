import type { Fact } from '../../evidence/facts.ts';
import type { Suggestion } from '../../findings/suggestion.ts';
import { code, column, masked, number, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Row, Sheet } from '../document.ts';
import { suggestionMark } from '../marks.ts';
import { sheetHeading, sheetName } from './sheet-title.ts';

/** A sheet holds about a million rows; far fewer open quickly, and what is cut is said. */
const mostRows = 100_000;

/** From each suggestion over its checks to the facts, and from each fact to its file and place. */
export function traceSheet(context: ReportContext): Sheet {
  const lead = { kind: 'paragraph', tone: 'small', text: context.say('trace.lead') } as const;
  const rows = context.requirements.flatMap(({ requirement }) => suggestionRows(context, context.suggestion(requirement.id)));
  return {
    id: 'trace', name: sheetName(context, 'sheet.trace'),
    blocks: [sheetHeading(context, 'sheet.trace'), lead, ...cut(context, rows.length), {
      kind: 'table', id: 'trace', caption: null, totals: null, empty: context.say('balance.noSupported'),
      columns: [
        column(context, 'requirement', 'column.id', 18), column(context, 'suggestion', 'column.suggestion', 10, { align: 'center' }), column(context, 'check', 'column.check', 26), column(context, 'strength', 'column.strength', 10), column(context, 'says', 'column.says', 52),
        column(context, 'fact', 'column.number', 9, { align: 'right' }), column(context, 'type', 'column.factType', 20), column(context, 'content', 'column.content', 60), column(context, 'place', 'column.places', 60),
      ],
      rows: rows.slice(0, mostRows),
    }],
  };
}

function suggestionRows(context: ReportContext, suggestion: Suggestion | undefined): readonly Row[] {
  if (suggestion === undefined) return [];
  const mark = suggestionMark(context, suggestion);
  return suggestion.checks.flatMap((check) => check.facts.flatMap((index): readonly Row[] => {
    const fact = context.input.facts[index];
    return fact === undefined ? [] : [{ kind: 'cells', cells: [
      code(suggestion.requirement), { kind: 'suggestion', mark }, code(check.id), text(context.say(`strength.${check.strength}`)), text(context.both(masked(context, check.says))),
      number(index), code(fact.type), code(context.evidence(content(fact))), code([fact.place, ...fact.also].map((place) => context.place(place)).join('\n')),
    ] }];
  }));
}

/** Every fact that was read, whether a check used it or not. */
export function factsSheet(context: ReportContext): Sheet {
  const { facts } = context.input;
  return {
    id: 'facts', name: sheetName(context, 'sheet.facts'),
    blocks: [sheetHeading(context, 'sheet.facts'), ...cut(context, facts.length), {
      kind: 'table', id: 'facts', caption: null, totals: null, empty: context.say('evidence.none'),
      columns: [column(context, 'fact', 'column.number', 9, { align: 'right' }), column(context, 'type', 'column.factType', 22), column(context, 'content', 'column.content', 90), column(context, 'place', 'column.places', 70)],
      rows: facts.slice(0, mostRows).map((fact, index): Row => ({ kind: 'cells', cells: [
        number(index), code(fact.type), code(context.evidence(content(fact))), code([fact.place, ...fact.also].map((place) => context.place(place)).join('\n')),
      ] })),
    }],
  };
}

function cut({ say }: ReportContext, total: number): readonly Block[] {
  return total > mostRows ? [{ kind: 'paragraph', tone: 'notice', text: say('trace.cut', { total, shown: mostRows }) }] : [];
}

function stated(value: unknown): string {
  return Array.isArray(value) ? value.map(stated).join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
}

/** The stated fields of a fact, `kind: canary; steps: 3`; what the file does not state is left out. */
function content(fact: Fact): string {
  const fields = Object.entries(fact).filter(([field, value]) => !['type', 'place', 'also'].includes(field) && value !== null && !(Array.isArray(value) && value.length === 0));
  return fields.map(([field, value]) => `${field}: ${stated(value)}`).join('; ').slice(0, 1_000);
}
