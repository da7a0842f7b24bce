import type { Bilingual, CompareSide } from '#assessments';
import { findingsOf, countsOf } from '../../handlers/questions.ts';
import { cloneInto } from '../../handlers/cloning.ts';
import { addMilestone, listMilestones } from '../../handlers/milestones.ts';
import { otherSide } from '../../handlers/other-file.ts';
import { compared } from '../../handlers/sides.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage, printJson } from '../terminal.ts';
import { atWork, refusalOf, withAssessment, type Workplace } from '../workplace.ts';

type CompareOptions = { readonly json: boolean; readonly failOnDrop: boolean; readonly from?: string; readonly to?: string };

/** Two files, or two points of one; exit code 1 where any node stands lower and that was asked for. */
export function compareFiles(terminal: Terminal, earlier: string, later: string | undefined, { json, failOnDrop, from, to }: CompareOptions): Promise<number> {
  if (later === undefined && from === undefined) throw new Refusal({ zh: '请给出两个评估文件，或用 --from 给出一个文件中的里程碑。', en: 'Give two assessment files, or a milestone of the one file with --from.' });
  return atWork((workplace) => {
    const { comparison, words } = compared(sideFrom(terminal, workplace, earlier, from), sideFrom(terminal, workplace, later ?? earlier, to));
    if (json) printJson(terminal, comparison);
    else for (const sentence of words) terminal.out(inLanguage(terminal, sentence));
    return Promise.resolve(failOnDrop && comparison.dropped.length > 0 ? 1 : 0);
  });
}

function sideFrom(terminal: Terminal, { context }: Workplace, file: string, milestone: string | undefined): CompareSide {
  const side = otherSide(context, { kind: 'path', path: terminal.resolve(file) }, milestone ?? null);
  if (side.ok) return side.value;
  throw side.problem.kind === 'not-found' && milestone === undefined ? new Refusal({ zh: `找不到评估文件“${file}”；请检查路径。`, en: `There is no assessment file “${file}”; check the path.` }) : refusalOf(side.problem);
}

/** The standing checks; exit code 1 where one of them found an error. */
export function check(terminal: Terminal, file: string, { json }: { readonly json: boolean }): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, async (session, { context }) => {
    const findings = await findingsOf(session, context);
    const counts = countsOf(findings);
    if (json) printJson(terminal, { counts, findings });
    else {
      for (const { severity, ...sentence } of findings) terminal.out(`${signs[severity]} ${inLanguage(terminal, sentence)}`);
      terminal.out(inLanguage(terminal, { zh: `错误 ${counts.error}，警告 ${counts.warning}，提示 ${counts.note}。`, en: `${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counted(counts.note, 'note')}.` }));
    }
    return counts.error > 0 ? 1 : 0;
  });
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const signs = { error: '✗', warning: '!', note: '·' } as const;

/** The milestones with their levels; with a name the present point of the journal becomes one first. */
export function milestones(terminal: Terminal, file: string, { json, add }: { readonly json: boolean; readonly add?: string }): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, (session, { context, author }) => {
    if (add !== undefined && session.store.readOnly) throw new Refusal({ zh: `评估文件“${file}”不能写入；请先复制到可写的文件夹。`, en: `The assessment “${file}” cannot be written; copy it to a folder you can write to.` });
    const made = add === undefined ? null : addMilestone(context, session, author, add.trim());
    if (made !== null && !made.ok) throw refusalOf(made.problem);
    const { milestones: rows, now } = listMilestones(session);
    if (json) printJson(terminal, { milestones: rows, now });
    else {
      const line = (at: string, name: string, { overall, domains }: typeof now): void => { terminal.out(`${at}  ${overall.grade ?? '–'}  ${domains.map(({ node, grade }) => `${node}:${grade ?? '–'}`).join(' ')}  ${overall.assessed}/${overall.total}  ${name}`); };
      for (const row of rows) line(row.at, row.name, row);
      line(session.store.state().lastEventAt, inLanguage(terminal, { zh: '现在', en: 'now' }), now);
    }
    return Promise.resolve(0);
  });
}

/** A new assessment for the next period, with the ratings carried over to be confirmed. */
export function clone(terminal: Terminal, file: string, { out, project, from, to }: { readonly out: string; readonly project?: string; readonly from?: string; readonly to?: string }): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, (session, { context, author }) => {
    const state = session.store.state();
    const made = cloneInto(context, session, { path: terminal.resolve(out), project: project ?? state.project, scope: state.scope, window: { from: from ?? null, to: to ?? null } }, author);
    if (!made.ok) throw refusalOf(made.problem);
    const { carried } = context.sessions.get(made.value.assessment)?.store.state() ?? { carried: [] };
    terminal.out(inLanguage(terminal, told(out, carried.length, carried.filter(({ reworded }) => reworded).length)));
    return Promise.resolve(0);
  });
}

function told(out: string, carried: number, reworded: number): Bilingual {
  return {
    zh: `已新建 ${out}：沿用 ${carried} 条评分，待确认${reworded === 0 ? '' : `，其中 ${reworded} 条的条文有改动`}。`,
    en: `Made ${out}: ${carried} ratings carried over to be confirmed${reworded === 0 ? '' : `, ${reworded} of them of reworded requirements`}.`,
  };
}
