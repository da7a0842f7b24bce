import type { FactOf } from '../../facts.ts';
import { metricKind } from '../../metric-kind.ts';
import { plainAddress } from '../../plain-address.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { releaseRecord } from '../../sets/release-record.ts';
import { type Spot, at, isGiven, isMapping, members, numberAt, placeOf, saysTrue, textAt, textsAt } from '../../spot.ts';
import { firstInstant, firstNamed, firstText, keysAmong, onlyMapping } from './keys.ts';
import type { RecordShape } from './record-shape.ts';

const decision = ['approved', 'approval_status'] as const;
const about = ['approval_id', 'approver', 'approved_by', 'rationale', 'decision_mode', 'criteria_met', 'failed_criteria', 'threshold_checks', 'thresholds_used', 'key_metrics', 'evaluation_summary', 'pipeline_context'] as const;

/** `{approval_id, timestamp, approved, approver, rationale, decision_mode, criteria …}`: who let a release through, and on what grounds. */
export const approvalRecord: RecordShape = {
  recognises: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    return keysAmong(root, decision) > 0 && keysAmong(root, about) >= 3;
  },
  read: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    if (root === null) return { facts: [], fragments: [] };
    const release = releaseOfPath(file.path) ?? textAt(root, 'pipeline_context', 'run_id');
    const approval = approvalFact(root, release);
    return {
      facts: [approval, ...seenMetrics(root, approval)],
      fragments: releaseRecord(file, 'approval', placeOf(root), { run: textAt(root, 'pipeline_context', 'run_id'), route: endpoint(root) }),
    };
  },
};

function approvalFact(root: Spot, release: string | null): FactOf<'approval'> {
  const approved = approvedIn(root);
  const failedCriteria = failedIn(root);
  const criteriaMet = metIn(root, failedCriteria);
  const channel = textAt(root, 'decision_mode');
  const rationale = firstText(root, 'rationale', 'reason');
  return {
    type: 'approval', place: placeOf(root), also: [], release, run: textAt(root, 'pipeline_context', 'run_id') ?? release,
    model: firstNamed(root, 'model_id', 'model_name'), modelVersion: firstNamed(root, 'model_version'), modelHash: null,
    of: subjectOf(root), source: 'approval-record', approved, mode: modeOf(root), channel,
    approver: firstText(root, 'approver', 'approved_by'), role: firstText(root, 'approver_role', 'role'), rationale: rationale === null ? null : rationale.slice(0, 500),
    criteriaRecorded: recordsCriteria(root),
    criteriaMet, failedCriteria, biasDetected: flagAt(root, 'bias_detected'),
    overridden: (approved === true && criteriaMet === false) || saysOverride(root, rationale),
    riskScore: riskScore(root), conditions: textsAt(root, 'conditions'),
    decidedAt: firstInstant(root, 'timestamp', 'approved_at', 'decision_date'), expiresAt: firstInstant(root, 'expires_at', 'expiry'),
  };
}

function recordsCriteria(root: Spot): boolean {
  return ['criteria_met', 'failed_criteria', 'threshold_checks', 'thresholds_used'].some((key) => isGiven(at(root, key)) && !isEmpty(at(root, key)));
}

function saysOverride(root: Spot, rationale: string | null): boolean {
  return saysTrue(root, 'override') || /\boverrid/i.test(rationale ?? '');
}

function riskScore(root: Spot): number | null {
  return numberAt(root, 'key_metrics', 'risk_score') ?? numberAt(root, 'risk_score') ?? numberAt(root, 'risk_summary', 'overall');
}

function approvedIn(root: Spot): boolean | null {
  const said = firstText(root, 'approved', 'approval_status');
  if (/^(?:true|yes|approved|accepted)$/i.test(said ?? '')) return true;
  return /^(?:false|no|rejected|denied|refused)$/i.test(said ?? '') ? false : null;
}

function failedIn(root: Spot): readonly string[] {
  const checks = members(at(root, 'threshold_checks')).filter(([, passed]) => passed.value === false).map(([name]) => name);
  return [...textsAt(root, 'failed_criteria'), ...checks];
}

/** As the record says, else by its checks; null where it lists none. */
function metIn(root: Spot, failed: readonly string[]): boolean | null {
  const said = flagAt(root, 'criteria_met');
  if (said !== null) return said;
  if (failed.length > 0) return false;
  const checks = members(at(root, 'threshold_checks'));
  return checks.length > 0 && checks.every(([, passed]) => passed.value === true) ? true : null;
}

/** A person also where the decision came by chat; a program where it says automated, a flag or a bot. */
function modeOf(root: Spot): FactOf<'approval'>['mode'] {
  const said = [textAt(root, 'decision_mode'), firstText(root, 'approver', 'approved_by')].filter((text) => text !== null);
  const words = said.map((text) => text.toLowerCase());
  if (words.some((word) => /human|manual|interactive|slack|teams|review|person|board/.test(word))) return 'person';
  if (words.some((word) => /auto|\bci\b|_ci$|\bbot\b|\[bot\]|pipeline|policy|system/.test(word))) return 'program';
  return said.length > 1 ? 'person' : 'unstated';
}

function subjectOf(root: Spot): FactOf<'approval'>['of'] {
  const step = textAt(root, 'pipeline_context', 'step_name') ?? textAt(root, 'stage') ?? '';
  if (isGiven(at(root, 'deployment_url')) || /deploy/i.test(step)) return 'deployment';
  return isGiven(at(root, 'model_id')) || isGiven(at(root, 'model_name')) ? 'model' : 'release';
}

/** The numbers the approver had before them, with the threshold of the same name. */
function seenMetrics(root: Spot, approval: FactOf<'approval'>): readonly FactOf<'eval.metric'>[] {
  const evaluation = textAt(root, 'approval_id') ?? root.file;
  return ['key_metrics', 'evaluation_summary'].flatMap((under) => members(at(root, under))).flatMap(([metric, spot]): readonly FactOf<'eval.metric'>[] => {
    const value = numberAt(spot);
    if (value === null) return [];
    return [{
      type: 'eval.metric', place: placeOf(spot), also: [], release: approval.release, run: approval.run,
      model: approval.model, modelVersion: approval.modelVersion, modelHash: null, dataset: null, datasetVersion: null, datasetHash: null,
      evaluation, metric, task: null, slice: null, value, unit: null, threshold: numberAt(root, 'thresholds_used', metric), comparison: 'unstated', passed: null,
      standardError: null, baseline: null, instances: null, kind: metricKind(metric), live: null,
    }];
  });
}

function flagAt(root: Spot, key: string): boolean | null {
  const { value } = at(root, key);
  return typeof value === 'boolean' ? value : null;
}

function isEmpty({ value }: Spot): boolean {
  return (Array.isArray(value) && value.length === 0) || (isMapping(value) && Object.keys(value).length === 0);
}

function endpoint(root: Spot): string | null {
  const written = firstNamed(root, 'deployment_url', 'endpoint_url');
  return written === null ? null : plainAddress(written);
}
