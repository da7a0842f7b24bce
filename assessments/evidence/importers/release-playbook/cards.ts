import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { metricKind } from '../../metric-kind.ts';
import { bundleParts, modelNamed } from './bundle-parts.ts';
import { type Criterion, decisionFact, releaseNamed } from './decision.ts';
import { listIn, placeIn, placeholdersOf, saidIn } from './lookup.ts';
import { noData, noModel } from './unnamed.ts';
import { decisionOf, passedOf } from './wording.ts';
import type { WrittenRecord } from './written-record.ts';

/** A model promotion card: from which stage to which, for what, against which risks. */
export function promotionFacts(record: WrittenRecord): readonly Fact[] {
  const conditions = [...listIn(record, 'required controls'), ...listIn(record, 'conditions')];
  return [decisionFact(record, { id: saidIn(record, 'promotion id'), gate: 'promotion', kind: 'promotion', fromStage: saidIn(record, 'from stage'), toStage: saidIn(record, 'to stage'), conditions }), ...bundleParts(record, releaseNamed(record))];
}

const dataChecks = [['schema', 'schema result'], ['missingness', 'missingness result'], ['range', 'range result'], ['freshness', 'freshness result'], ['leakage', 'leakage check'], ['skew', 'skew result'], ['drift', 'drift result'], ['access', 'access control']] as const;

/** A dataset and feature validation card: what was checked, what passed, and what the data may now be used for. */
export function validationFacts(record: WrittenRecord): readonly Fact[] {
  const checks = dataChecks.flatMap(([name, field]): readonly Criterion[] => {
    const said = saidIn(record, field);
    return said === null ? [] : [{ name, passed: passedOf(said) }];
  });
  const passed = checks.filter((check) => check.passed === true).map(({ name }) => name);
  const failed = checks.filter((check) => check.passed === false).map(({ name }) => name);
  const [dataset, feature, id, release] = [saidIn(record, 'dataset snapshot', 'dataset'), saidIn(record, 'feature view'), saidIn(record, 'validation id'), releaseNamed(record)];
  const common = { also: [], release, run: null, dataset, datasetVersion: null, datasetHash: null, system: 'release-playbook', owner: saidIn(record, 'owner'), at: instantOf(saidIn(record, 'date', 'validated at', 'decision date')), decision: saidIn(record, 'decision') } as const;
  const [, approvedFor = null] = /^approved for\s+(.+)/i.exec(common.decision ?? '') ?? [];
  return [
    { type: 'feature.validation', place: record.place, ...common, id, feature, featureVersion: null, checks: checks.map(({ name }) => name), passed, failed, approvedFor, sampling: saidIn(record, 'sampling method'), placeholders: placeholdersOf(record) },
    {
      type: 'data.validation', place: placeIn(record, 'dataset snapshot', 'dataset'), ...common, suite: id ?? record.title, kind: 'result', success: failed.length > 0 ? false : checks.length > 0 && passed.length === checks.length ? true : null,
      evaluated: checks.length, passed: passed.length, failed: failed.length, listed: checks.length, failedChecks: failed, columns: 0, kinds: checks.map(({ name }) => name), gating: null,
    },
    decisionFact(record, { id, gate: 'data and feature validation', kind: 'data', criteria: checks }),
    ...bundleParts(record, release),
  ];
}

/** An experiment comparison: candidate against baseline on named data, and what follows from it. */
export function experimentFacts(record: WrittenRecord): readonly Fact[] {
  const evaluation = saidIn(record, 'experiment id') ?? record.title;
  const release = releaseNamed(record);
  const change = changeIn(saidIn(record, 'primary outcome'));
  const metrics = change === null ? [] : [changeFact(record, release, evaluation, change)];
  const regression = saidIn(record, 'material regression');
  const decision = decisionFact(record, { id: evaluation, gate: 'experiment comparison', kind: 'experiment', conditions: [] });
  const run: FactOf<'eval.run'> = {
    type: 'eval.run', place: record.place, also: [], release, run: null, ...candidateModel(record), ...noData, evaluation, system: 'release-playbook', tasks: [], datasets: listIn(record, 'dataset', 'datasets', 'dataset versions'), evaluators: listIn(record, 'evaluator versions', 'evaluators'),
    metrics: metrics.length, thresholds: 0, failedMetrics: [], instances: null, partial: false, passed: null, failed: null, slices: regression !== null && /slice|segment|切片/i.test(regression) ? [regression] : [], protectedAttributes: [], biasFlag: null,
    criticalFailures: criticalOf(saidIn(record, 'critical failures')), baseline: saidIn(record, 'baseline'), better: change?.better ?? null, decision: decision.written, seed: /seed|bootstrap/i.test(saidIn(record, 'seed', 'method') ?? ''), empty: saidIn(record, 'primary outcome') === null && saidIn(record, 'critical failures') === null, at: decision.decidedAt,
  };
  return [run, ...metrics, decision];
}

function candidateModel(record: WrittenRecord): typeof noModel | ReturnType<typeof modelNamed> {
  const named = modelNamed(record);
  return named.model === null ? noModel : named;
}

type Change = { readonly metric: string; readonly from: number; readonly to: number; readonly unit: string | null; readonly better: boolean | null };

/** `citation correctness improved from 93.4% to 96.2%`. */
function changeIn(written: string | null): Change | null {
  const [, metric, verb = '', from, unit, to] = /^(.{2,120}?)\s+(improved|increased|rose|went up|decreased|dropped|fell|declined|worsened|degraded|changed)\s+from\s+([-+]?[0-9]+(?:\.[0-9]+)?)\s*(%|[a-z]{1,4})?\s+to\s+([-+]?[0-9]+(?:\.[0-9]+)?)/i.exec(written ?? '') ?? [];
  if (metric === undefined) return null;
  const better = /^improved/i.test(verb) ? true : /^(?:worsened|degraded|declined)/i.test(verb) ? false : null;
  return { metric, from: Number(from), to: Number(to), unit: unit ?? null, better };
}

function changeFact(record: WrittenRecord, release: string | null, evaluation: string, { metric, from, to, unit }: Change): FactOf<'eval.metric'> {
  return {
    type: 'eval.metric', place: placeIn(record, 'primary outcome'), also: [], release, run: null, ...candidateModel(record), ...noData, evaluation, metric, task: null, slice: null, value: to, unit,
    threshold: null, comparison: 'unstated', passed: null, standardError: null, baseline: from, instances: null, kind: metricKind(metric), live: null,
  };
}

/** The candidate's number in `0 in baseline, 0 in candidate`, or the only number. */
function criticalOf(written: string | null): number | null {
  const found = /([0-9]{1,9})\s+in\s+(?:the\s+)?candidate/i.exec(written ?? '')?.[1] ?? /^\s*([0-9]{1,9})\b(?!.*[0-9])/.exec(written ?? '')?.[1];
  return found === undefined ? null : Number(found);
}

/** A record that continuous training was triggered: by what, to what end, and whether promotion stays gated. */
export function triggerFacts(record: WrittenRecord): readonly FactOf<'retrain.trigger'>[] {
  const [condition, source, action, rule] = [saidIn(record, 'trigger condition'), saidIn(record, 'trigger source'), saidIn(record, 'candidate action'), saidIn(record, 'release rule')];
  const id = saidIn(record, 'trigger id');
  return [{
    type: 'retrain.trigger', place: record.place, also: [], release: releaseNamed(record), ...modelNamed(record), dataset: saidIn(record, 'dataset snapshot', 'training snapshot', 'dataset'), datasetVersion: null, datasetHash: null,
    id, name: id ?? record.title, kind: triggerKind(`${saidIn(record, 'trigger', 'trigger type') ?? ''} ${condition ?? ''} ${source ?? ''}`), condition, source, action,
    fired: id !== null && saidIn(record, 'decision') !== null, automatic: /\bautomatic(?:ally)?\b|自动/i.test(rule ?? action ?? ''), gated: gatedBy(rule), evaluations: listIn(record, 'required eval', 'required evals'),
    decision: saidIn(record, 'decision'), owner: saidIn(record, 'owner'), placeholders: placeholdersOf(record), at: instantOf(saidIn(record, 'triggered at', 'date', 'decision date')),
  }];
}

function triggerKind(words: string): FactOf<'retrain.trigger'>['kind'] {
  if (/drift|distribution|shift|漂移|分布/i.test(words)) return 'drift';
  if (/performance|degrad|accuracy|quality|退化|性能/i.test(words)) return 'performance';
  if (/label|new data|data arrival|新数据|标签/i.test(words)) return 'new-data';
  if (/feedback|complaint|反馈|投诉/i.test(words)) return 'feedback';
  if (/schedul|periodic|cron|refresh|quarterly|monthly|周期|定期/i.test(words)) return 'schedule';
  return /manual|request|business rule|人工|规则/i.test(words) ? 'manual' : 'unstated';
}

/** `production promotion requires full Tier 1 gate`; null where nothing is said about promotion. */
function gatedBy(rule: string | null): boolean | null {
  if (rule === null) return null;
  if (/\bno gate|without (?:a )?gate|ungated|无需(?:门禁|审批)/i.test(rule)) return false;
  return /gate|approv|review|门禁|审批|评审/i.test(rule) ? true : null;
}

/** The outcomes that a plan may end with, taken apart at commas and “or”. */
export function outcomesIn(written: string | null): readonly string[] {
  return (written ?? '').split(/\s*(?:[,，、;；/|]|\bor\b|或)\s*/i).map((part) => part.trim()).filter((part) => part !== '' && (decisionOf(part) !== 'undecided' || /^[\w\s%-]{2,60}$/u.test(part) || /\p{Script=Han}/u.test(part)));
}
