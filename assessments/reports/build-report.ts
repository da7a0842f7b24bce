import { createContext, type ReportContext } from './context.ts';
import type { Block, ReportDocument, Sheet } from './document.ts';
import { fingerprint, marking } from './identity.ts';
import { reportDate } from './report-date.ts';
import type { ReportDepth, ReportInput } from './report-input.ts';
import { across } from './sections/across.ts';
import { comparison } from './sections/comparison.ts';
import { cover } from './sections/cover.ts';
import { diagnostics } from './sections/diagnostics.ts';
import { domains } from './sections/domains.ts';
import { evidence } from './sections/evidence.ts';
import { findings } from './sections/findings.ts';
import { gaps } from './sections/gaps.ts';
import { levels } from './sections/levels.ts';
import { method } from './sections/method.ts';
import { requirements } from './sections/requirements.ts';
import { resultPage } from './sections/result-page.ts';
import { acrossSheet } from './sheets/across-sheet.ts';
import { whySection } from './sections/why.ts';
import { evidenceSheet } from './sheets/evidence-sheet.ts';
import { comparisonSheet, curveSheet, findingsSheet, whySheet } from './sheets/explaining-sheets.ts';
import { gapsSheet } from './sheets/gaps-sheet.ts';
import { levelsSheet } from './sheets/levels-sheet.ts';
import { methodSheet } from './sheets/method-sheet.ts';
import { requirementsSheet } from './sheets/requirements-sheet.ts';
import { summarySheet } from './sheets/summary-sheet.ts';
import { factsSheet, traceSheet } from './sheets/trace-sheet.ts';
import { oneLine } from './wording.ts';

type Section = (context: ReportContext) => readonly Block[];

/** What each depth holds; the executive report is two pages. */
const pages: Readonly<Record<ReportDepth, readonly Section[]>> = {
  executive: [cover, resultPage],
  management: [cover, resultPage, levels, domains, whySection, comparison, gaps, method],
  full: [cover, resultPage, levels, across, whySection, comparison, requirements, findings, gaps, evidence, diagnostics, method],
};
const sheets: Readonly<Record<ReportDepth, readonly ((context: ReportContext) => Sheet | null)[]>> = {
  executive: [summarySheet, levelsSheet, gapsSheet, methodSheet],
  management: [summarySheet, levelsSheet, whySheet, comparisonSheet, requirementsSheet, gapsSheet, curveSheet, methodSheet],
  full: [summarySheet, levelsSheet, acrossSheet, whySheet, comparisonSheet, requirementsSheet, findingsSheet, gapsSheet, curveSheet, evidenceSheet, traceSheet, factsSheet, methodSheet],
};

/** The whole report as plain data, for paper and for the workbook; the same input gives the same document. */
export function buildReport(input: ReportInput): ReportDocument {
  const context = createContext(input);
  const { pack, state, options } = input;
  return {
    title: `${state.organisation} · ${state.project} · ${oneLine(context.say('report.title'))}`,
    languages: context.languages,
    at: state.lastEventAt,
    footer: {
      marking: oneLine(marking(context)),
      edition: `${pack.id} ${pack.edition}   ${reportDate(state.lastEventAt, state.timeZone).day}`,
      fingerprint: fingerprint(input),
    },
    furniture: { page: context.say('report.page', { page: '{page}', pages: '{pages}' }), continued: context.say('report.continued'), cut: context.say('report.cut', { length: '{length}' }) },
    pages: pages[options.depth].flatMap((section) => section(context)),
    sheets: sheets[options.depth].flatMap((sheet) => sheet(context) ?? []),
  };
}
