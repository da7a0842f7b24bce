import type { Documents } from '../../documents.ts';
import type { FactOf } from '../../facts.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { type Spot, at, isGiven, isMapping, items, oneOrMany, placeOf, rootSpots, textAt } from '../../spot.ts';
import { firstInstant, firstNamed, firstText, keysAmong } from './keys.ts';
import type { RecordShape } from './record-shape.ts';

/** A list, or lines, of `{incident_id, severity, description, timestamp …}`. */
export const incidentLog: RecordShape = {
  recognises: (file, documents) => {
    const entries = entriesIn(file.path, documents);
    return entries.length > 0 && entries.every(isIncident);
  },
  read: (file, documents) => ({ facts: entriesIn(file.path, documents).filter(isIncident).map(incidentFact), fragments: [] }),
};

function entriesIn(path: string, documents: Documents): readonly Spot[] {
  const roots = rootSpots(path, documents);
  const [only] = roots;
  if (only === undefined || roots.length > 1) return roots;
  const held = isMapping(only.value) ? at(only, 'incidents') : only;
  return Array.isArray(held.value) ? items(held) : roots;
}

function isIncident(entry: Spot): boolean {
  return keysAmong(entry, ['incident_id']) === 1 && keysAmong(entry, ['severity', 'description', 'title', 'timestamp', 'source', 'summary', 'root_cause', 'status']) >= 2;
}

function incidentFact(entry: Spot): FactOf<'incident'> {
  const title = firstText(entry, 'title', 'description', 'summary');
  const resolvedAt = firstInstant(entry, 'resolved_at', 'closed_at');
  return {
    type: 'incident', place: placeOf(entry), also: [], release: textAt(entry, 'release_id') ?? releaseOfPath(entry.file), run: textAt(entry, 'run_id') ?? textAt(entry, 'data', 'run_id'),
    model: firstNamed(entry, 'model_name', 'model_id'), modelVersion: firstNamed(entry, 'model_version'), modelHash: null,
    incident: textAt(entry, 'incident_id') ?? '', title: title?.slice(0, 500) ?? null, severity: textAt(entry, 'severity'), source: firstText(entry, 'source', 'detected_by'),
    kind: kindOf([title, textAt(entry, 'type'), textAt(entry, 'category')].join(' ')),
    cause: firstNamed(entry, 'root_cause', 'cause') !== null,
    actions: ['actions', 'corrective_actions', 'follow_ups', 'remediation'].map((key) => oneOrMany(at(entry, key)).length).reduce((sum, count) => sum + count, 0),
    resolved: resolvedOf(firstText(entry, 'status', 'state'), resolvedAt), lesson: ['lessons', 'lessons_learned', 'regression_test', 'prevention'].some((key) => isGiven(at(entry, key))),
    owner: firstText(entry, 'owner', 'assignee'), at: firstInstant(entry, 'timestamp', 'occurred_at', 'created_at'), resolvedAt,
  };
}

function resolvedOf(status: string | null, resolvedAt: string | null): boolean | null {
  if (resolvedAt !== null || /^(?:resolved|closed|done|fixed|已关闭|已解决)$/i.test(status ?? '')) return true;
  return status === null ? null : false;
}

function kindOf(words: string): FactOf<'incident'>['kind'] {
  if (/bias|fair|discrimin|偏见|公平/i.test(words)) return 'bias';
  if (/drift|漂移/i.test(words)) return 'drift';
  if (/outage|down|unavailable|timeout|latency|中断|宕机|不可用/i.test(words)) return 'outage';
  if (/security|leak|breach|injection|attack|安全|泄漏|泄露/i.test(words)) return 'security';
  if (/data|feature|schema|数据/i.test(words)) return 'data';
  return /accuracy|quality|performance|wrong|hallucinat|regress|准确|质量|性能/i.test(words) ? 'quality' : 'other';
}
