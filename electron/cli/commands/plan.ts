import { type Bilingual, countGaps, type Pack, type Plan, type PlannedAction, type PlanSettings } from '#assessments';
import { planNow } from '../../handlers/plan.ts';
import { createSolver, loadHighs } from '../../planning/solver.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage, printJson } from '../terminal.ts';
import { withAssessment } from '../workplace.ts';

export type PlanOptions = {
  readonly json: boolean; readonly pack?: string;
  readonly target?: number; readonly domain: readonly NodeTarget[];
  readonly budget?: number; readonly capacity?: number; readonly start?: string; readonly deadline?: string;
  readonly must: readonly string[]; readonly never: readonly string[];
  readonly curve: boolean; readonly alternatives: number;
};
export type NodeTarget = { readonly node: string; readonly level: number };

/** What the solver has for one plan. */
const seconds = 30;

/**
 * The cheapest way to the targets, over quarters, with what stands in the way. Targets and limits on the command line
 * stand for this once in place of those of the assessment; locks come on top of its own.
 */
export function plan(terminal: Terminal, file: string, options: PlanOptions): Promise<number> {
  return withAssessment(terminal.resolve(file), options.pack, async (session) => {
    const state = session.store.state();
    const asked = { ...(options.target === undefined ? {} : { '': options.target }), ...Object.fromEntries(options.domain.map(({ node, level }) => [node, level])) };
    const targets = Object.keys(asked).length === 0 ? state.targets : asked;
    refuseStrangers(session.pack, targets, options);
    const settings = limitsOf(options);
    const locks = { must: [...new Set([...state.planning?.must ?? [], ...options.must])], never: [...new Set([...state.planning?.never ?? [], ...options.never])] };
    const found = planNow(session, createSolver(await loadHighs(), seconds), { ...settings, ...locks, targets, curve: options.curve, alternatives: options.alternatives });
    if (options.json) printJson(terminal, found);
    else printPlan(terminal, session.pack, found);
    return 0;
  });
}

function limitsOf({ budget, capacity, start, deadline }: PlanOptions): Partial<PlanSettings> {
  return { ...(budget === undefined ? {} : { budget }), ...(capacity === undefined ? {} : { capacity }), ...(start === undefined ? {} : { start }), ...(deadline === undefined ? {} : { deadline }) };
}

function refuseStrangers(pack: Pack, targets: Readonly<Record<string, number>>, { must, never }: PlanOptions): void {
  const node = Object.keys(targets).find((id) => id !== '' && !pack.groups.some((group) => group.id === id));
  if (node !== undefined) throw new Refusal({ zh: `标准包中没有节点“${node}”；maturity catalogue show 列出全部节点。`, en: `The pack has no node “${node}”; maturity catalogue show lists them all.` });
  const action = [...must, ...never].find((id) => !pack.actions.some((one) => one.id === id));
  if (action !== undefined) throw new Refusal({ zh: `标准包中没有措施“${action}”；maturity catalogue show 列出全部措施。`, en: `The pack has no action “${action}”; maturity catalogue show lists them all.` });
}

function printPlan(terminal: Terminal, pack: Pack, found: Plan): void {
  for (const action of found.actions) terminal.out(actionLine(terminal, action));
  for (const wave of found.waves?.quarters ?? []) if (wave.actions.length > 0) terminal.out(inLanguage(terminal, { zh: `${wave.quarter}：${wave.days} 人天，${wave.actions.length} 项措施`, en: `${wave.quarter}: ${wave.days} person-days, ${wave.actions.length} actions` }));
  for (const line of [...goalLines(pack, found), totalLine(found), ...rangeLine(found), ...alternativeLines(found), ...curveLines(pack, found), ...found.obstacles, found.how]) terminal.out(inLanguage(terminal, line));
}

function actionLine({ language }: Terminal, { order, action, name, effort: { low, likely, high }, begins, ends, closes }: PlannedAction): string {
  const quarters = begins === null ? '' : begins === ends ? `  ${begins}` : `  ${begins}–${ends ?? ''}`;
  return `${order}. ${action}  ${name[language]}  ${likely} (${low}–${high})${quarters}  ${closes.join(' ')}`;
}

function goalLines(pack: Pack, { goals }: Plan): readonly Bilingual[] {
  return goals.map(({ node, wanted, now, after }) => {
    const name = nameOf(pack, node);
    return { zh: `${name.zh}：现 ${now ?? '–'} 级，完成计划后 ${after ?? '–'} 级（目标 ${wanted} 级）`, en: `${name.en}: level ${now ?? '–'} now, ${after ?? '–'} after the plan (target ${wanted})` };
  });
}

function nameOf(pack: Pack, node: string): Bilingual {
  const group = pack.groups.find(({ id }) => id === node);
  return group === undefined ? { zh: '总体', en: 'The whole' } : { zh: `${node} ${group.zh}`, en: `${node} ${group.en}` };
}

function totalLine({ gaps, actions, effort, uncovered }: Plan): Bilingual {
  const { all, undecided } = countGaps(gaps);
  return {
    zh: `差距 ${all} 条${undecided === 0 ? '' : `（其中 ${undecided} 条尚未评定）`}，措施 ${actions.length} 项，合计 ${effort.likely} 人天（${effort.low}–${effort.high}）；没有措施覆盖的要求 ${uncovered.length} 条。`,
    en: `${all} gaps${undecided === 0 ? '' : ` (${undecided} not yet decided by a rating)`}, ${actions.length} actions, ${effort.likely} person-days in all (${effort.low}–${effort.high}); ${uncovered.length} gaps no action closes.`,
  };
}

function rangeLine({ range }: Plan): readonly Bilingual[] {
  return range === null ? [] : [{ zh: `工作量区间：有 10% 的把握不超过 ${range.p10} 人天，50% 不超过 ${range.p50}，90% 不超过 ${range.p90}。`, en: `Range of effort: with a chance of 10 % no more than ${range.p10} person-days, 50 % ${range.p50}, 90 % ${range.p90}.` }];
}

function alternativeLines({ alternatives }: Plan): readonly Bilingual[] {
  return alternatives.map(({ effort, added, dropped }, index) => ({ zh: `备选 ${index + 1}：${effort.likely} 人天；增加 ${added.join('、') || '无'}，去掉 ${dropped.join('、') || '无'}`, en: `Alternative ${index + 1}: ${effort.likely} person-days; adds ${added.join(', ') || 'nothing'}, leaves out ${dropped.join(', ') || 'nothing'}` }));
}

function curveLines(pack: Pack, { curve }: Plan): readonly Bilingual[] {
  return curve.map(({ node, level, effort, actions, provenOptimal }) => {
    const name = nameOf(pack, node);
    if (effort === null && !provenOptimal) return { zh: `${name.zh} ${level} 级：求解时间内没有算出`, en: `${name.en} level ${level}: not found in the time there was` };
    return effort === null
      ? { zh: `${name.zh} ${level} 级：现有措施达不到`, en: `${name.en} level ${level}: not reached by the actions there are` }
      : { zh: `${name.zh} ${level} 级：${effort.likely} 人天，${actions} 项措施`, en: `${name.en} level ${level}: ${effort.likely} person-days, ${actions} actions` };
  });
}
