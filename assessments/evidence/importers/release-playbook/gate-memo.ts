import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { metricKind } from '../../metric-kind.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { bundleParts, modelNamed } from './bundle-parts.ts';
import { decisionFact } from './decision.ts';
import { gridWith, listIn, saidIn } from './lookup.ts';
import { noData } from './unnamed.ts';
import { comparisonOf, decisionOf, measureOf, passedOf, roleOf } from './wording.ts';
import type { GridRow, WrittenField, WrittenRecord } from './written-record.ts';

/** A release gate memo: the decision, what it rests on, who approved, and the things it names. */
export function gateMemoFacts(record: WrittenRecord): readonly Fact[] {
  const release = saidIn(record, 'release id');
  const metrics = gateMetrics(record, release);
  const approvals = approvalFacts(record, release);
  const [, title] = /\b(G[0-9])\b/.exec(record.title) ?? [];
  const decision = decisionFact(record, {
    id: saidIn(record, 'decision id', 'memo id'), gate: saidIn(record, 'gate') ?? title ?? 'release gate', kind: 'release', toStage: saidIn(record, 'canary scope', 'to stage'),
    criteria: metrics.map(({ metric, passed }) => ({ name: metric, passed })), criteriaWithThreshold: metrics.filter(({ threshold }) => threshold !== null).length,
    conditions: listIn(record, 'conditions'), rollbackTriggers: record.fields.filter(({ name, text }) => /rollback trigger$/.test(name) && !isPlaceholder(text)).length,
    approvingRoles: [...new Set(approvals.filter(({ approved }) => approved !== false).flatMap(({ role }) => role ?? []))],
  });
  return [decision, ...(metrics.length === 0 ? [] : [evaluationFact(record, decision, metrics)]), ...metrics, ...approvals, ...bundleParts(record, release)];
}

/** `Gate metric | Result | Threshold | Decision`. */
function gateMetrics(record: WrittenRecord, release: string | null): readonly FactOf<'eval.metric'>[] {
  const grid = gridWith(record, 'result', 'threshold');
  return (grid?.rows ?? []).flatMap((row) => metricFact(row, record, release));
}

function metricFact(row: GridRow, record: WrittenRecord, release: string | null): readonly FactOf<'eval.metric'>[] {
  const metric = cellIn(row, 'gate metric', 'metric', 'name', 'criterion', 'check') ?? [...row.cells.values()][0] ?? '';
  if (isPlaceholder(metric)) return [];
  const { value, unit } = measureOf(cellIn(row, 'result')) ?? { value: null, unit: null };
  const threshold = measureOf(cellIn(row, 'threshold'));
  return [{
    type: 'eval.metric', place: row.place, also: [], release, run: null, ...modelNamed(record), ...noData, evaluation: evaluationName(record), metric, task: null, slice: cellIn(row, 'slice', 'segment'),
    value, unit, threshold: threshold?.value ?? null, comparison: comparisonOf(threshold), passed: passedOf(cellIn(row, 'decision', 'outcome', 'status')),
    standardError: null, baseline: measureOf(cellIn(row, 'baseline'))?.value ?? null, instances: null, kind: metricKind(metric), live: null,
  }];
}

function cellIn({ cells }: GridRow, ...names: readonly string[]): string | null {
  return names.map((name) => cells.get(name)).find((text) => text !== undefined && text !== '') ?? null;
}

function evaluationName(record: WrittenRecord): string {
  return saidIn(record, 'eval gate id', 'eval report', 'eval run id') ?? (record.title === '' ? record.file : record.title);
}

function evaluationFact(record: WrittenRecord, decision: FactOf<'gate.decision'>, metrics: readonly FactOf<'eval.metric'>[]): FactOf<'eval.run'> {
  const place = gridWith(record, 'result', 'threshold')?.place ?? record.place;
  const critical = metrics.filter(({ metric, value }) => value !== null && /critical|leak|unsupported|关键/i.test(metric)).map(({ value }) => value ?? 0);
  return {
    type: 'eval.run', place, also: [], release: decision.release, run: null, ...modelNamed(record), ...noData, evaluation: evaluationName(record), system: 'release-playbook', tasks: [],
    datasets: listIn(record, 'dataset versions'), evaluators: listIn(record, 'evaluator versions'),
    metrics: metrics.filter(({ value }) => value !== null).length, thresholds: metrics.filter(({ threshold }) => threshold !== null).length, failedMetrics: metrics.filter(({ passed }) => passed === false).map(({ metric }) => metric),
    instances: null, partial: false, passed: null, failed: null, slices: metrics.filter(({ metric }) => /slice|segment|切片/i.test(metric)).map(({ metric }) => metric), protectedAttributes: [], biasFlag: null,
    criticalFailures: critical.every((value) => Number.isSafeInteger(value)) && critical.length > 0 ? critical.reduce((sum, value) => sum + value, 0) : null,
    baseline: null, better: null, decision: decision.written, seed: false, empty: metrics.length === 0, at: decision.decidedAt,
  };
}

/** The lines under Approval, one fact each; a line that only names a holder of the role says nothing about his answer. */
function approvalFacts(record: WrittenRecord, release: string | null): readonly FactOf<'approval'>[] {
  const decidedAt = instantOf(saidIn(record, 'decision date', 'date'));
  return record.fields.filter(({ section, text }) => /^approvals?$/.test(section) && !isPlaceholder(text)).filter(({ name }) => !/date|日期/.test(name)).map((field) => approvalFact(field, record, release, decidedAt));
}

function approvalFact({ name, text, place }: WrittenField, record: WrittenRecord, release: string | null, decidedAt: string | null): FactOf<'approval'> {
  const decision = decisionOf(text);
  const answered = decision === 'go' || decision === 'limited-go' ? true : decision === 'no-go' ? false : null;
  return {
    type: 'approval', place, also: [], release, run: null, ...modelNamed(record), of: 'release', source: 'gate-memo', approved: answered, mode: answered === null ? 'unstated' : 'person', channel: 'gate memo',
    approver: answered === null ? text : null, role: roleOf(name), rationale: answered === null ? null : text.slice(0, 500), criteriaRecorded: gridWith(record, 'result', 'threshold') !== undefined,
    criteriaMet: null, failedCriteria: [], biasDetected: null, overridden: false, riskScore: null, conditions: [], decidedAt: answered === null ? null : decidedAt, expiresAt: null,
  };
}
