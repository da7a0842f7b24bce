import { isPlaceholder } from '../../placeholder.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { releaseRecord } from '../../sets/release-record.ts';
import { type Spot, at, isMapping, items, members, numberAt, placeOf, textAt } from '../../spot.ts';
import { firstInstant, firstText, keysAmong, onlyMapping } from './keys.ts';
import type { RecordShape } from './record-shape.ts';

const scoreKeys = ['overall', 'risk_score', 'risk_level', 'risk_register_path', 'risk_register', 'risk_auc', 'risk_bias'] as const;

/** `{hazards: [{id, description, severity, mitigation}], overall, risk_…}`: what may go wrong with a release, and what is done about it. */
export const riskScores: RecordShape = {
  recognises: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    return root !== null && Array.isArray(at(root, 'hazards').value) && keysAmong(root, scoreKeys) >= 1;
  },
  read: (file, documents) => {
    const root = onlyMapping(file.path, documents);
    if (root === null) return { facts: [], fragments: [] };
    const hazards = items(at(root, 'hazards')).filter(({ value }) => isMapping(value));
    const release = releaseOfPath(file.path);
    const placeholders = hazards.flatMap((hazard) => ['description', 'mitigation', 'owner'].filter((key) => at(hazard, key).value !== undefined && isPlaceholder(textAt(hazard, key)))).length;
    return {
      facts: [{
        type: 'risk.assessment', place: placeOf(root), also: [], release, run: textAt(root, 'run_id') ?? release, model: textAt(root, 'model_name'), modelVersion: textAt(root, 'model_version'), modelHash: null,
        name: textAt(root, 'name') ?? file.path, score: numberAt(root, 'overall') ?? numberAt(root, 'risk_score'), level: textAt(root, 'risk_level'), riskTier: null,
        scores: members(root).filter(([key, spot]) => key.startsWith('risk_') && numberAt(spot) !== null).map(([key, spot]) => `${key}=${textAt(spot) ?? ''}`),
        hazards: hazards.map((hazard) => firstText(hazard, 'id', 'title', 'description')).filter((text) => text !== null).slice(0, 100),
        high: hazards.filter((hazard) => /^(?:high|critical|severe|严重|高)$/i.test(textAt(hazard, 'severity') ?? '')).length,
        mitigated: saying(hazards, 'mitigation'), owned: saying(hazards, 'owner'),
        register: firstText(root, 'risk_register_path', 'risk_register'), placeholders, at: firstInstant(root, 'timestamp', 'assessed_at'),
      }],
      fragments: releaseRecord(file, 'risk', placeOf(root), { placeholders }),
    };
  },
};

function saying(hazards: readonly Spot[], key: string): number {
  return hazards.filter((hazard) => !isPlaceholder(textAt(hazard, key))).length;
}
