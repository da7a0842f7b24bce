import type { Fact } from '../facts.ts';
import type { Fragment } from '../fragment.ts';
import type { Importer } from '../importer.ts';
import { folderOf, isReleaseFolder } from '../release-of-path.ts';
import { bundleFacts } from './release-playbook/bundle.ts';
import { experimentFacts, promotionFacts, triggerFacts, validationFacts } from './release-playbook/cards.ts';
import { gateMemoFacts } from './release-playbook/gate-memo.ts';
import { type RecordKind, kindOf } from './release-playbook/kinds.ts';
import { binderFacts, canaryFacts, runbookFacts } from './release-playbook/plans.ts';
import { registryFacts } from './release-playbook/registry-record.ts';
import { type WrittenRecord, writtenRecords } from './release-playbook/written-record.ts';

const readers: Readonly<Record<RecordKind, (record: WrittenRecord, artefact: string) => readonly Fact[]>> = {
  'gate-memo': gateMemoFacts,
  'bundle': bundleFacts,
  'promotion': promotionFacts,
  'validation': validationFacts,
  'experiment': experimentFacts,
  'canary': canaryFacts,
  'trigger': triggerFacts,
  'registry': registryFacts,
  'runbook': runbookFacts,
  'binder': binderFacts,
};

/**
 * The records of a release playbook, as YAML, JSON, or Markdown tables and lists: release bundle, gate memo, promotion
 * card, validation card, experiment comparison, canary plan, runbook, retraining trigger, evidence binder, registry record.
 */
export const releasePlaybook: Importer = {
  id: 'release-playbook',
  title: { zh: '发布包与门禁记录', en: 'Release bundles and gate records' },
  sharesWith: ['project-docs'],
  recognises: (file, documents) => writtenRecords(file.path, documents).some((record) => kindOf(record) !== null),
  read: (file, documents) => {
    const records = writtenRecords(file.path, documents).flatMap((record) => {
      const kind = kindOf(record);
      return kind === null ? [] : [{ kind, record }];
    });
    return { facts: records.flatMap(({ kind, record }) => readers[kind](record, file.artefact)), diagnostics: [], fragments: records.flatMap(({ kind, record }) => (kind === 'bundle' ? statedBundle(record) : [])) };
  },
};

/** A folder that holds its bundle as a document needs none put together from its records. */
function statedBundle({ file, place }: WrittenRecord): readonly Fragment[] {
  return isReleaseFolder(file) ? [{ set: 'release-folder', key: folderOf(file), part: 'bundle', name: file, value: null, place }] : [];
}
