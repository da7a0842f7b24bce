import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineAuthor, type Draft } from '#assessments';
import type { ReportRequest } from '#contract';
import { analyse } from '../../handlers/analysis.ts';
import { importFrom } from '../../handlers/importing.ts';
import type { Session } from '../../handlers/session.ts';
import { existingSources } from '../gather.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage } from '../terminal.ts';
import { atWork, packNamed, refusalOf, type Workplace } from '../workplace.ts';
import { type NewOptions, makeAssessment, sessionOf } from './new.ts';
import { writeReports } from './report.ts';

type AssessOptions = NewOptions & {
  readonly evidence: readonly string[]; readonly out: string; readonly pack?: string;
  readonly acceptSuggestions: boolean; readonly lang: ReportRequest['language']; readonly json: boolean;
};

/** From evidence to reports in one go: assessment.maturity, report.pdf, report.xlsx, result.json. */
export function assess(terminal: Terminal, options: AssessOptions): Promise<number> {
  return atWork(async (workplace) => {
    const sources = existingSources(terminal, options.evidence);
    const folder = terminal.resolve(options.out);
    const file = join(folder, 'assessment.maturity');
    if (existsSync(file)) throw new Refusal({ zh: `“${options.out}”里已有 assessment.maturity，不会覆盖；请换一个文件夹。`, en: `There is an assessment.maturity in “${options.out}” already and it will not be written over; choose another folder.` });
    mkdirSync(folder, { recursive: true });

    const session = sessionOf(workplace, makeAssessment(workplace, file, { ...options, pack: packNamed(terminal, options.pack) }));
    await takeEvidence(session, workplace, sources.map(({ path }) => path));
    if (options.acceptSuggestions) await acceptDirect(session, workplace);
    await writeReports(session, workplace.context, folder, { language: options.lang, depth: 'full' });
    tell(terminal, session, options);
    return 0;
  });
}

async function takeEvidence(session: Session, { context, author }: Workplace, paths: readonly string[]): Promise<void> {
  const taken = await importFrom(paths.map((path) => ({ kind: 'path' as const, path })), { session, author, context, signal: new AbortController().signal, job: 'assess' });
  if (!taken.ok) throw refusalOf(taken.problem);
}

/** Records direct suggestions as ratings of the machine, which lie below every person's. */
async function acceptDirect(session: Session, { context }: Workplace): Promise<void> {
  const { suggestions } = await analyse(session, context);
  const drafts = suggestions.flatMap(({ requirement, rating, strength, checks }): readonly Draft[] => {
    if (rating === null || strength !== 'direct') return [];
    return [{ type: 'rating.set', payload: { requirement, subject: null, layer: session.layer(), value: rating, confidence: null, rationale: '', basis: { kind: 'machine', checks: checks.map(({ id }) => id) } } }];
  });
  if (drafts.length > 0) session.store.append(drafts, { author: machineAuthor });
}

function tell(terminal: Terminal, session: Session, { out, json }: AssessOptions): void {
  if (json) {
    terminal.document(readFileSync(join(terminal.resolve(out), 'result.json'), 'utf8').trimEnd());
    return;
  }
  const { overall } = session.result();
  terminal.out(inLanguage(terminal, {
    zh: `已写入 ${out}：assessment.maturity、report.pdf、report.xlsx、result.json（已评 ${overall.assessed}/${overall.total}）`,
    en: `Wrote assessment.maturity, report.pdf, report.xlsx and result.json into ${out} (${overall.assessed} of ${overall.total} rated)`,
  }));
}
