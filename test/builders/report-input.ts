import {
  type AssessmentState, type EvidenceFile, type Fact, type Pack, type Rating, type ReportInput, type ReportOptions, type Suggestion, compileChecks, finalRatings, makePlan, rulesOf, score, suggest,
} from '#assessments';
import { anUpdateStrategy } from './facts.ts';
import { aCheck, aPack } from './packs.ts';

const hash = (sign: string) => sign.repeat(64);
const assessor = { id: '018f0000-0000-7000-8000-000000000001', name: '李雷', role: '主评估师' };
const rollout = 'deploy/rollout.yaml';

/** Two domains, four written sub-items and one that is not, each requirement of `1.1.1` with a check. */
export function reportPack(): Pack {
  const check = (id: string, kind: string, more: object = {}) => aCheck({ id, where: `f.kind == "${kind}"`, raises: { zh: '出示最近三次更新记录', en: 'Show the last three updates' }, ...more });
  const requirement = (id: string, checks: readonly object[] = []) => ({ id, level: Number(/-L(\d)/.exec(id)?.[1]), zh: `要求 ${id}：更新方式已写明，并有记录可查。`, en: `Requirement ${id}: the update method is written down and on record.`, checks });
  const plain = (id: string, levels: readonly number[]) => ({ requirements: levels.map((level) => requirement(`${id}-L${level}-1`)) });
  return aPack({
    tree: { 1: { 1.1: ['1.1.1', '1.1.2'] }, 2: { 2.1: ['2.1.1', '2.1.2', '2.1.3'] } },
    subItems: {
      '1.1.1': { requirements: [
        requirement('1.1.1-L1-1', [check('1.1.1-L1-1.canary', 'canary', { suggests: 'F' })]), requirement('1.1.1-L2-1', [check('1.1.1-L2-1.shadow', 'shadow')]),
        requirement('1.1.1-L3-1', [check('1.1.1-L3-1.canary', 'canary'), check('1.1.1-L3-1.recreate', 'recreate', { contradicts: true })]), requirement('1.1.1-L4-1'), requirement('1.1.1-L5-1'),
      ] },
      '1.1.2': plain('1.1.2', [1, 2, 3, 4]), '2.1.1': plain('2.1.1', [1, 2, 3, 4, 5]), '2.1.2': plain('2.1.2', [1, 2, 3]),
    },
    actions: [
      { id: 'norm', satisfies: ['1.1.1-L2-1', '1.1.2-L2-1'] }, { id: 'pipeline', satisfies: ['1.1.1-L3-1', '2.1.1-L3-1'], prerequisites: ['norm'], effort: { low: 5, likely: 8.5, high: 13 } },
    ],
  });
}

function reportFacts(): readonly Fact[] {
  return [anUpdateStrategy({ file: rollout, kind: 'canary' }), anUpdateStrategy({ file: 'deploy/legacy.yaml', kind: 'recreate' })];
}

export function evidenceFile(path: string, sign: string): EvidenceFile {
  return { path, artefact: hash(sign), size: 1_234, mediaType: 'application/yaml', encoding: 'utf-8' };
}

/** A person's rating in the self-assessment. */
export function reportRating(requirement: string, value: Rating['value'], more: Partial<Rating> = {}): Rating {
  return {
    event: `event-${requirement}`, requirement, subject: null, layer: 'self-assessment', author: assessor, at: '2026-03-02T02:00:00.000Z',
    value, confidence: 'high', rationale: '', basis: { kind: 'human', accepted: [] }, ...more,
  };
}

/** Ratings F up to the given level of every written sub-item, P above. */
export function ratedUpTo(pack: Pack, level: number): readonly Rating[] {
  return pack.groups.flatMap(({ requirements }) => requirements).map((requirement) => reportRating(requirement.id, requirement.level <= level ? 'F' : 'P'));
}

function reportState(more: Partial<AssessmentState> = {}): AssessmentState {
  return {
    assessment: '018f0000-0000-7000-8000-0000000000aa', organisation: '海沧银行', project: '零售风控模型', scope: '模型 v3.4 的交付流水线', timeZone: '+08:00', sample: false,
    createdAt: '2026-03-01T01:00:00.000Z', lastEventAt: '2026-03-02T16:30:00.000Z', window: { from: '2026-01-01', to: '2026-02-28' }, policy: 'strict', rollup: 'minimum', targets: { '': 3 }, parameters: {},
    packs: [], assessors: [assessor], descriptions: [], mappings: [], purged: [], links: [], ratings: [], consensus: [], carried: [], rejections: [], notes: [], actions: [], work: [], plan: null, planning: null, scenarios: [], milestones: [], conflicts: [],
    intakes: [{ id: 'intake', label: '交付仓库', at: '2026-03-01T02:00:00.000Z', author: assessor, files: [evidenceFile(rollout, 'a'), evidenceFile('deploy/legacy.yaml', 'b'), evidenceFile('docs/readme.txt', 'c')] }],
    heads: [hash('1'), hash('2')], events: 42, unknown: [], ...more,
  };
}

const reportReadings: ReportInput['readings'] = [
  { path: rollout, importer: 'kubernetes', diagnostics: [] }, { path: 'deploy/legacy.yaml', importer: 'kubernetes', diagnostics: [] },
  { path: 'docs/readme.txt', importer: null, diagnostics: [{ path: 'docs/readme.txt', place: null, kind: 'unrecognised', zh: '没有读取方式认得这个文件。', en: 'No importer knows this file.' }] },
];

export type ReportSketch = { readonly pack?: Pack; readonly state?: Partial<AssessmentState>; readonly facts?: readonly Fact[]; readonly suggestions?: readonly Suggestion[]; readonly options?: Partial<ReportOptions>; readonly readings?: ReportInput['readings']; readonly lines?: ReportInput['lines'] };

/** A whole report input: unrated unless the state says otherwise; levels, suggestions and plan are the real ones. */
export function reportInput({ pack = reportPack(), state: more = {}, facts = reportFacts(), suggestions, options = {}, readings = reportReadings, lines = [] }: ReportSketch = {}): ReportInput {
  const state = reportState({ packs: [{ id: pack.id, edition: pack.edition, hash: pack.hash }], ...more });
  const result = score({ pack, finals: finalRatings(pack, state), targets: state.targets, ...rulesOf(state) });
  return {
    pack, state, result, facts, readings, lines,
    suggestions: suggestions ?? suggested(pack, facts),
    plan: makePlan({ pack, result, target: state.targets[''] ?? null }),
    options: { language: 'zh', depth: 'full', withPersonalData: false, ...options },
  };
}

function suggested(pack: Pack, facts: readonly Fact[]): readonly Suggestion[] {
  const compiled = compileChecks(pack);
  if (!compiled.ok) throw new Error('The checks of the pack do not compile.');
  return suggest(compiled.value, facts).suggestions;
}
