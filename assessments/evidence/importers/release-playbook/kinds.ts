import { hasField, gridWith } from './lookup.ts';
import type { WrittenRecord } from './written-record.ts';

export type RecordKind = 'gate-memo' | 'bundle' | 'promotion' | 'validation' | 'experiment' | 'canary' | 'trigger' | 'registry' | 'runbook' | 'binder';

/** All of `needs`, and at least so many of `some`. */
type Shape = { readonly kind: RecordKind; readonly needs: readonly string[]; readonly atLeast: number; readonly some: readonly string[] };

const bundleFields = ['repo commit', 'pipeline image', 'serving image', 'training snapshot', 'validation snapshot', 'feature view', 'transform hash', 'artifact hash', 'prompt version', 'guardrail policy', 'dataset versions', 'evaluator versions', 'traffic start', 'rollback target'];
const promotionFields = ['model', 'release bundle', 'baseline', 'candidate benefit', 'critical risks', 'required controls', 'decision', 'expiry', 'from stage', 'to stage'];
const canaryFields = ['use case', 'entry condition', 'traffic', 'duration', 'monitored metrics', 'auto rollback', 'manual review', 'exit decision'];
const registryFields = ['artifact hash', 'training run id', 'training dataset', 'feature view', 'model signature', 'owner', 'risk tier', 'approved stage', 'approval conditions', 'eval report', 'rollback target', 'monitoring dashboard', 'review expiry'];

/** Told by sets of field names; the first that fits. A memo names a bundle, so it is looked for before one. */
const shapes: readonly Shape[] = [
  { kind: 'gate-memo', needs: ['decision', 'release id'], atLeast: 2, some: ['approval', 'approvals', 'conditions', 'rollback', 'eval results', 'scope', 'approved use', 'prohibited use', 'human control'] },
  { kind: 'bundle', needs: ['release id'], atLeast: 4, some: bundleFields },
  { kind: 'promotion', needs: ['promotion id'], atLeast: 3, some: promotionFields },
  { kind: 'promotion', needs: ['from stage', 'to stage', 'decision'], atLeast: 4, some: promotionFields },
  { kind: 'validation', needs: ['validation id'], atLeast: 3, some: ['dataset snapshot', 'feature view', 'source systems', 'sampling method', 'schema result', 'missingness result', 'freshness result', 'leakage check', 'access control', 'decision'] },
  { kind: 'experiment', needs: ['experiment id', 'baseline', 'candidate'], atLeast: 1, some: ['dataset', 'primary outcome', 'critical failures', 'material regression', 'decision'] },
  { kind: 'canary', needs: ['canary id'], atLeast: 3, some: canaryFields },
  { kind: 'canary', needs: ['traffic', 'entry condition'], atLeast: 5, some: canaryFields },
  { kind: 'trigger', needs: ['trigger id'], atLeast: 3, some: ['trigger source', 'trigger condition', 'candidate action', 'release rule', 'required eval', 'owner', 'decision'] },
  { kind: 'registry', needs: ['model id', 'model version'], atLeast: 5, some: registryFields },
];

/** What a form is; null where it is none of them. */
export function kindOf(record: WrittenRecord): RecordKind | null {
  const found = shapes.find(({ needs, some, atLeast }) => needs.every((name) => hasField(record, name)) && some.filter((name) => hasField(record, name)).length >= atLeast);
  if (found !== undefined) return found.kind;
  if (stepsIn(record) !== undefined) return 'runbook';
  return isBinder(record) ? 'binder' : null;
}

/** The table of steps: a step, an action, and who does it or what it leaves. */
export function stepsIn(record: WrittenRecord): WrittenRecord['grids'][number] | undefined {
  return record.grids.find(({ section, columns, rows }) => rows.length >= 2 && (columns.includes('step') || section === 'steps') && columns.includes('action') && columns.some((column) => /^(?:owner|responsible|role|evidence|record)$/.test(column)));
}

function isBinder(record: WrittenRecord): boolean {
  const grid = binderGrid(record);
  return grid !== undefined && grid.rows.length >= 4;
}

/** `Binder section | Artifact`, or sections and their evidence under a title that calls itself a binder. */
export function binderGrid(record: WrittenRecord): WrittenRecord['grids'][number] | undefined {
  const headed = gridWith(record, 'binder section');
  if (headed !== undefined) return headed;
  return /\bbinder\b|证据册/i.test(record.title) ? gridWith(record, 'section') : undefined;
}
