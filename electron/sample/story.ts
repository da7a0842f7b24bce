import type { RatingValue } from '#assessments';

/** The invented assessors of the sample assessment. */
export type Part = 'self' | 'lead' | 'second';
export const cast: Readonly<Record<Part, { readonly name: string; readonly role: string }>> = {
  self: { name: '赵宁', role: '自评负责人（示例）' },
  lead: { name: '王敏', role: '主评估师（示例）' },
  second: { name: '陈涛', role: '评估师（示例）' },
};

export const sampleSubject = {
  organisation: '示例银行', project: '信用评分模型', fileName: '示例银行 – 信用评分模型（示例）',
  scope: '零售信贷审批的信用评分、反欺诈和额度建议三个线上模型及其交付流水线。全部内容均为编造，仅供演示。',
  window: { from: '2026-04-01', to: '2026-09-30' },
} as const;

export type SampleRating = { readonly requirement: string; readonly value: RatingValue; readonly rationale: string };
const rated = (requirement: string, value: RatingValue, rationale = ''): SampleRating => ({ requirement, value, rationale });

/** What the organisation thought of itself before the visit. */
export const selfRatings: readonly SampleRating[] = [
  rated('2.2.2-L1-1', 'F'), rated('2.2.2-L2-1', 'F'), rated('2.2.2-L2-2', 'F'), rated('2.2.2-L2-3', 'F', '全部模型均已固定版本。'),
  rated('2.2.3-L1-1', 'F'), rated('2.2.3-L2-1', 'F'), rated('2.2.3-L2-2', 'F'), rated('2.2.4-L1-1', 'F'), rated('2.3.1-L1-1', 'F'),
];

/** What the team found on site; where both rated and differ, some are settled and one is left in dispute. */
export const leadRatings: readonly SampleRating[] = [
  rated('2.2.2-L1-1', 'F', '三个服务的负责人当场说明，与清单一致。'), rated('2.2.2-L2-1', 'F'), rated('2.2.2-L2-2', 'F', '抽查 9 月三次部署，均由流水线执行。'),
  rated('2.2.2-L2-3', 'L', '额度建议服务使用 latest 标签，其余固定。'), rated('2.2.2-L3-1', 'F'), rated('2.2.2-L3-2', 'L', '有样例核对，但额度建议服务不在内。'), rated('2.2.2-L3-3', 'L'),
  rated('2.2.2-L4-1', 'P'),
  rated('2.2.3-L1-1', 'F'), rated('2.2.3-L2-1', 'F', '规范 V2.1 四项内容齐全。'), rated('2.2.3-L2-2', 'F'), rated('2.2.3-L2-3', 'F', '回退演练记录证明可取用。'),
  rated('2.2.3-L3-1', 'F', '近六个月有灰度与影子两种方式的全量记录。'), rated('2.2.3-L3-2', 'L'), rated('2.2.3-L3-4', 'P'),
  rated('2.2.4-L1-1', 'F'), rated('2.2.4-L2-1', 'F'), rated('2.2.4-L2-2', 'F'), rated('2.2.4-L2-3', 'F', '抽查三日留存样本，比例与规范一致。'), rated('2.2.4-L3-1', 'L'), rated('2.2.4-L3-4', 'P', '两条告警没有处置手册。'),
  rated('2.3.1-L1-1', 'F'), rated('2.3.1-L2-1', 'F'), rated('2.3.1-L2-2', 'F'), rated('2.3.1-L2-3', 'F'), rated('2.3.1-L3-1', 'N', '界面只显示设定比例，没有实际比例。'), rated('2.3.1-L3-3', 'F'),
  rated('2.3.1-L4-4', 'NA', '监管要求信用评分不得对客户做自助 A/B 实验，本项不适用。'),
];
export const secondRatings: readonly SampleRating[] = [
  rated('2.2.2-L1-1', 'F'), rated('2.2.2-L2-2', 'F'), rated('2.2.2-L2-3', 'P', '三个模型中有一个不固定，按多数要求只能算部分。'), rated('2.2.2-L3-3', 'P'),
  rated('2.2.3-L2-2', 'F'), rated('2.2.3-L3-1', 'L', '影子方式没有更新到全量的记录，只能算一种。'), rated('2.2.4-L2-2', 'F'), rated('2.3.1-L2-3', 'F'),
];

/** Settled by the team; the second one is looked at again, because a rating changes after it. */
export const sampleConsensus: readonly SampleRating[] = [
  rated('2.2.3-L3-1', 'L', '合议：灰度有更新到全量的记录，影子方式没有，按大部分符合。'),
  rated('2.2.2-L3-3', 'L', '合议：主要服务符合，额度建议服务限期整改。'),
];
export const ratedAfterConsensus: SampleRating = rated('2.2.2-L3-3', 'L', '复核后上调：整改单已提交。');

/** A slip of the keyboard, taken back at once: it stays in the history. */
export const takenBack: SampleRating = rated('2.2.4-L3-2', 'F', '按错了键。');

export const sampleRejection = { requirement: '2.2.3-L4-2', reason: '规范要求 10 分钟内切回，演练用时未与越限时刻对应，证据不足以支持。' } as const;
export const sampleNotes = [
  { requirement: '2.2.3-L2-3', text: '演练中请求失败 3 笔，均由渠道侧重试成功。', saidBy: '平台运维工程师' },
  { requirement: '2.2.4-L3-2', text: '回流标签约有 90 天延迟，请补充近一季度的 KS 比对记录。', saidBy: '模型风险管理岗' },
] as const;
export const sampleLinks = [
  { requirement: '2.2.3-L2-1', path: 'docs/模型更新规范.md', lines: [3, 14], stance: 'for', note: '第二至第五条对应四项内容' },
  { requirement: '2.2.3-L2-3', path: 'docs/回退演练记录.txt', lines: [1, 4], stance: 'for', note: '生产环境回退演练' },
  { requirement: '2.2.2-L3-4', path: 'docs/回退演练记录.txt', lines: [4, 4], stance: 'against', note: '额度建议服务不在部署入口内' },
] as const;
