import { folderOf } from '../release-of-path.ts';
import type { Importer } from '../importer.ts';

/** The empty files by which TFX passes on the verdict of its model and infrastructure validation; that they exist is what they say. */
export const tfxBlessing: Importer = {
  id: 'tfx-blessing',
  title: { zh: 'TFX 校验标记（BLESSED）', en: 'TFX blessing marker' },
  recognises: ({ path, size, text }) => size <= 1 && (text ?? '').trim() === '' && markerIn(path) !== null,
  read: ({ path }) => {
    const marker = markerIn(path) ?? '';
    const blessed = !marker.includes('NOT_');
    return {
      facts: [{
        type: 'gate.decision', place: { file: path, lines: [1, 1] }, also: [], release: null, model: null, modelVersion: null, modelHash: null, run: executionOf(path),
        id: null, gate: marker.startsWith('INFRA') ? 'InfraValidator' : 'Evaluator', kind: 'model-validation', decision: blessed ? 'go' : 'no-go', written: marker, automated: true,
        fromStage: null, toStage: null, criteria: 0, criteriaWithThreshold: 0, failedCriteria: [], criteriaMet: null, conditions: [], rollbackTarget: null, rollbackTriggers: 0, baseline: null,
        approvingRoles: [], riskTier: null, decidedAt: null, expiresAt: null, expiryStated: false, placeholders: 0,
      }],
      diagnostics: [],
    };
  },
};

function markerIn(path: string): string | null {
  return /(?:^|[/!])((?:INFRA_)?(?:NOT_)?BLESSED)$/.exec(path)?.[1] ?? null;
}

/** TFX writes to `<component>/blessing/<execution id>/`. */
function executionOf(path: string): string | null {
  return /(?:^|\/)([0-9]{1,18})$/.exec(folderOf(path))?.[1] ?? null;
}
