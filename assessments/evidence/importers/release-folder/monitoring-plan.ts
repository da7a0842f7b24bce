import type { FactOf } from '../../facts.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { releaseRecord } from '../../sets/release-record.ts';
import { type Spot, at, members, numberAt, placeOf, textAt } from '../../spot.ts';
import { firstInstant, firstNamed, firstText, keysAmong, onlyMapping } from './keys.ts';
import type { RecordShape } from './record-shape.ts';

const partKeys = ['monitoring_frequency', 'alert_thresholds', 'response_procedures', 'responsible_parties'] as const;

/** `{plan_id, model_id, monitoring_frequency, alert_thresholds, response_procedures, responsible_parties}`: what is to be watched after release. */
export const monitoringPlan: RecordShape = {
  recognises: (file, documents) => keysAmong(onlyMapping(file.path, documents), partKeys) >= 2,
  read: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    if (root === null) return { facts: [], fragments: [] };
    const plan = planFact(root);
    return { facts: [plan, ...definitions(root, plan)], fragments: releaseRecord(file, 'monitoring-plan', placeOf(root), { model: plan.model, placeholders: plan.placeholders }) };
  },
};

function planFact(root: Spot): FactOf<'monitoring.plan'> {
  const release = releaseOfPath(root.file) ?? textAt(root, 'release_id');
  const model = firstNamed(root, 'model_id', 'model_name');
  const thresholds = leaves(at(root, 'alert_thresholds'));
  const parties = members(at(root, 'responsible_parties'));
  const party = (word: RegExp) => parties.find(([key, spot]) => word.test(key) && !isPlaceholder(textAt(spot)))?.[1];
  const owner = party(/owner|responsible|lead/i);
  return {
    type: 'monitoring.plan', place: placeOf(root), also: [], release, run: textAt(root, 'run_id') ?? release, model, modelVersion: textAt(root, 'model_version'), modelHash: null,
    name: firstText(root, 'plan_id', 'name') ?? root.file, modelNamed: model !== null,
    watched: members(at(root, 'monitoring_frequency')).map(([name, spot]) => `${name} ${textAt(spot) ?? ''}`.trim()),
    thresholds: thresholds.map(({ path, spot }) => `${path}=${textAt(spot) ?? ''}`), thresholdCount: thresholds.length,
    responses: members(at(root, 'response_procedures')).filter(([, spot]) => !isPlaceholder(textAt(spot))).length,
    escalation: party(/escalat/i) !== undefined, owner: owner === undefined ? null : textAt(owner),
    retrains: members(at(root, 'response_procedures')).some(([, spot]) => /re-?train|重新训练|再训练/i.test(textAt(spot) ?? '')),
    placeholders: leaves(root).filter(({ spot }) => isPlaceholder(textAt(spot))).length,
    at: firstInstant(root, 'created_at', 'timestamp'),
  };
}

type Leaf = { readonly path: string; readonly name: string; readonly spot: Spot };

/** Numbers and texts below a mapping, by their keys joined with dots; three levels at most. */
function leaves(parent: Spot, above = '', depth = 0): readonly Leaf[] {
  return members(parent).flatMap(([key, spot]): readonly Leaf[] => {
    const path = above === '' ? key : `${above}.${key}`;
    if (textAt(spot) !== null) return [{ path, name: key, spot }];
    return depth < 2 ? leaves(spot, path, depth + 1) : [];
  });
}

const seconds: Readonly<Record<string, number>> = { realtime: 0, minutely: 60, hourly: 3600, daily: 86_400, weekly: 604_800, biweekly: 1_209_600, monthly: 2_592_000, quarterly: 7_776_000, yearly: 31_536_000, annually: 31_536_000 };

/** How often each thing is taken, and what each alert is held against. */
function definitions(root: Spot, plan: FactOf<'monitoring.plan'>): readonly FactOf<'metric.definition'>[] {
  const common = { model: plan.model, modelVersion: plan.modelVersion, modelHash: null, system: 'monitoring-plan', meaning: null, formula: null, unit: null, direction: 'unstated', source: null, owned: plan.owner !== null, versioned: plan.at !== null } as const;
  const taken = members(at(root, 'monitoring_frequency')).map(([metric, spot]): FactOf<'metric.definition'> => ({
    type: 'metric.definition', place: placeOf(spot), also: [], ...common, metric, kind: kindOf(metric), target: null, periodSeconds: seconds[(textAt(spot) ?? '').toLowerCase().replaceAll(/[\s-]/g, '')] ?? null,
  }));
  const held = leaves(at(root, 'alert_thresholds')).map(({ name, spot }): FactOf<'metric.definition'> => ({
    type: 'metric.definition', place: placeOf(spot), also: [], ...common, metric: name, kind: kindOf(name), target: numberAt(spot), periodSeconds: null,
  }));
  return [...taken, ...held];
}

function kindOf(name: string): FactOf<'metric.definition'>['kind'] {
  if (/data|feature|schema|missing|数据/i.test(name)) return 'data';
  if (/latency|error_rate|uptime|availability|时延|可用/i.test(name)) return 'service';
  if (/cost|费用|成本/i.test(name)) return 'cost';
  if (/revenue|conversion|complaint|业务|投诉/i.test(name)) return 'business';
  return /accura|precision|recall|auc|f1|performance|fair|disparate|drift|score|准确|性能/i.test(name) ? 'model' : 'unstated';
}
