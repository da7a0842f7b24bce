import { countGaps, evidenceBalance, tagViews, type AssessmentState, type Bilingual, type Pack, type Plan, type ScoreResult, type Suggestion } from '#assessments';
import type { Header, OverviewView } from '#contract';

export type OverviewInput = {
  readonly pack: Pack; readonly header: Header; readonly state: AssessmentState; readonly result: ScoreResult; readonly plan: Plan; readonly suggestions: readonly Suggestion[];
};
type Next = OverviewView['next'][number];

/** The whole story on one screen: level, plan, what the evidence says, and what to do next, most useful first. */
export function overviewView(input: OverviewInput): OverviewView {
  const { pack, header, result, plan, suggestions } = input;
  return { header, result, plan, evidence: evidenceCounts(suggestions), tagViews: tagViews(pack, result), next: nextSteps(input) };
}

function evidenceCounts(suggestions: readonly Suggestion[]): OverviewView['evidence'] {
  const { supported, contradicted, lacking, unchecked } = evidenceBalance(suggestions);
  return { supported: supported.length, contradicted: contradicted.length, lacking: lacking.length, unchecked: unchecked.length };
}

function nextSteps({ state, result, plan, suggestions }: OverviewInput): readonly Next[] {
  const unassessed = new Set(result.finals.filter(({ value, disputed }) => value === null && disputed.length === 0).map(({ requirement }) => requirement));
  const blocking = [...new Set(result.nodes.filter(({ kind }) => kind === 'subItem').flatMap((node) => node.blocking))];
  const found: Readonly<Record<Next['kind'], readonly (string | null)[]>> = {
    'no-evidence': state.intakes.length === 0 ? [null] : [],
    'conflict': state.conflicts.map(() => null),
    'disputed': result.finals.filter(({ disputed }) => disputed.length > 0).map(({ requirement }) => requirement),
    'suggestion-waiting': suggestions.filter(({ requirement, rating }) => rating !== null && unassessed.has(requirement)).map(({ requirement }) => requirement),
    'unassessed-blocking': blocking.filter((requirement) => unassessed.has(requirement)),
    'consensus-stale': state.consensus.filter(({ stale }) => stale).map(({ requirement }) => requirement),
    'gap': plan.gaps.toSorted((a, b) => Number(a.value === null) - Number(b.value === null)).map(({ requirement }) => requirement),
  };
  return order.filter((kind) => found[kind].length > 0).map((kind) => ({ kind, requirement: found[kind][0] ?? null, count: found[kind].length, ...(kind === 'gap' ? gapSentence(plan) : sentence(kind, found[kind].length)) }));
}

/** What blocks others' work first, then what moves the level most, then the rest. */
const order = ['no-evidence', 'conflict', 'disputed', 'suggestion-waiting', 'unassessed-blocking', 'consensus-stale', 'gap'] as const;

/** `one` stands for `en` where there is exactly one. */
const sentences: Readonly<Record<Exclude<Next['kind'], 'gap'>, Bilingual & { readonly one: string }>> = {
  'no-evidence': { zh: '还没有导入证据：拖入交付仓库或发布资料即可得到建议结论。', en: '', one: 'No evidence yet: drop in a delivery repository or release material to get suggestions.' },
  'conflict': { zh: '{count} 处并行修改需要裁定。', en: '{count} concurrent changes to settle.', one: 'One concurrent change to settle.' },
  'disputed': { zh: '{count} 条要求评分不一致，等待合议。', en: 'Assessors differ on {count} requirements: settle them by consensus.', one: 'Assessors differ on one requirement: settle it by consensus.' },
  'suggestion-waiting': { zh: '{count} 条建议结论等待判断。', en: '{count} suggestions wait for a decision.', one: 'One suggestion waits for a decision.' },
  'unassessed-blocking': { zh: '{count} 条未评要求挡住了下一等级。', en: '{count} unassessed requirements hold back the next level.', one: 'One unassessed requirement holds back the next level.' },
  'consensus-stale': { zh: '{count} 条合议结论之后又有评分变化，请复核。', en: 'Ratings changed after {count} consensus decisions: look at them again.', one: 'A rating changed after one consensus decision: look at it again.' },
};

function sentence(kind: keyof typeof sentences, count: number): Bilingual {
  const { zh, en, one } = sentences[kind];
  return { zh: zh.replace('{count}', String(count)), en: count === 1 ? one : en.replace('{count}', String(count)) };
}

/** As many as the plan tells; those that no rating has decided may turn out to be met. */
function gapSentence({ gaps }: Plan): Bilingual {
  const { all, undecided } = countGaps(gaps);
  const en = all === 1 ? 'One requirement is missing to the target level' : `${all} requirements are missing to the target level`;
  if (undecided === 0) return { zh: `距目标等级还差 ${all} 条要求。`, en: `${en}.` };
  if (undecided === all) return { zh: `距目标等级还差 ${all} 条要求，均尚未评定。`, en: `${en}, not yet decided by a rating.` };
  return { zh: `距目标等级还差 ${all} 条要求，其中 ${undecided} 条尚未评定。`, en: `${en}, ${undecided} of them not yet decided by a rating.` };
}
