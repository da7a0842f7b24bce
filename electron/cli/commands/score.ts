import { finalRatings, makePlan, resultJson, rulesOf, score as scoreOf, type Pack, type ScoreResult, type ScoringRules } from '#assessments';
import { analyse } from '../../handlers/analysis.ts';
import type { Session } from '../../handlers/session.ts';
import { reportInput } from '../../handlers/reports.ts';
import { type Terminal, inLanguage, printJson } from '../terminal.ts';
import { withAssessment } from '../workplace.ts';
import { explained, printWhy } from './why.ts';

type ScoreOptions = Partial<Pick<ScoringRules, 'policy' | 'rollup'>> & { readonly json: boolean; readonly pack?: string; readonly why?: string; readonly threshold?: number; readonly quota?: number };

/** Levels and intervals of every node, or why one has its level; by other rules than the assessment's where asked for. */
export function score(terminal: Terminal, file: string, options: ScoreOptions): Promise<number> {
  return withAssessment(terminal.resolve(file), options.pack, async (session, { context }) => {
    const result = resultUnder(session, options);
    const why = options.why === undefined ? null : explained(session, options.why, await analyse(session, context), rulesAsked(options));
    if (options.json) {
      const list = makePlan({ pack: session.pack, result, target: null });
      printJson(terminal, { ...resultJson({ ...await reportInput(session, context, { language: 'zh', depth: 'full' }, { plan: list }), result }), ...(why === null ? {} : { why: why.why }) });
    } else if (why !== null) printWhy(terminal, session.pack, why);
    else printLevels(terminal, session.pack, result);
    return 0;
  });
}

function resultUnder(session: Session, options: ScoreOptions): ScoreResult {
  const state = session.store.state();
  return scoreOf({ pack: session.pack, finals: finalRatings(session.pack, state), targets: state.targets, ...rulesOf(state), ...rulesAsked(options) });
}

/** The rules the command line names; the others stay those of the assessment. */
function rulesAsked({ policy, rollup, threshold, quota }: ScoreOptions): Partial<ScoringRules> {
  return { ...(policy === undefined ? {} : { policy }), ...(rollup === undefined ? {} : { rollup }), ...(threshold === undefined ? {} : { thresholdPercent: threshold }), ...(quota === undefined ? {} : { quotaPercent: quota }) };
}

function printLevels(terminal: Terminal, pack: Pack, { overall, nodes, policy, rollup }: ScoreResult): void {
  const names = new Map(pack.groups.map((group) => [group.id, group[terminal.language]]));
  const line = (name: string, node: Pick<ScoreResult['overall'], 'grade' | 'min' | 'max' | 'assessed' | 'total'>): void => {
    const interval = node.min === node.max ? '' : ` (${node.min ?? '–'}–${node.max ?? '–'})`;
    terminal.out(`${node.grade ?? '–'}${interval}  ${node.assessed}/${node.total}  ${name}`);
  };
  line(pack[terminal.language], overall);
  for (const node of nodes) if (node.written) line(`${node.id} ${names.get(node.id) ?? ''}`, node);
  terminal.out(inLanguage(terminal, { zh: `计分规则 ${policy}，汇总规则 ${rollup}；非中国信通院官方规则（官方规则未公开）。`, en: `Scoring policy ${policy}, roll-up ${rollup}; not CAICT's official rule (which is not public).` }));
}
