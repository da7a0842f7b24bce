import type { Importer } from '../importer.ts';
import { approvalRecord } from './release-folder/approval-record.ts';
import { codeRecord } from './release-folder/code-record.ts';
import { folderIndex, missingFields, technicalDocumentation } from './release-folder/documentation.ts';
import { evaluationResults } from './release-folder/evaluation-results.ts';
import { homeMadeSbom } from './release-folder/home-made-sbom.ts';
import { incidentLog } from './release-folder/incident-log.ts';
import { monitoringPlan } from './release-folder/monitoring-plan.ts';
import type { RecordShape } from './release-folder/record-shape.ts';
import { riskScores } from './release-folder/risk-scores.ts';
import { runMetadata } from './release-folder/run-metadata.ts';

/** Kinds of records; a file is read as the first that recognises it. */
const shapes: readonly RecordShape[] = [
  approvalRecord, evaluationResults, riskScores, monitoringPlan, runMetadata, incidentLog, homeMadeSbom, codeRecord, folderIndex, technicalDocumentation, missingFields,
];

/**
 * The records that a delivery pipeline leaves beside each release: approval, evaluation, risk, monitoring plan, commit,
 * run, package list, index, technical documentation and what it still lacks. The folder as a whole is sets/release-folder.
 */
export const releaseFolder: Importer = {
  id: 'release-folder',
  title: { zh: '发布目录中的记录', en: 'Records of a release folder' },
  sharesWith: ['project-docs'],
  recognises: (file, documents) => shapes.some((shape) => shape.recognises(file, documents)),
  read: (file, documents) => {
    const shape = shapes.find(({ recognises }) => recognises(file, documents));
    return { ...(shape?.read(file, documents) ?? { facts: [], fragments: [] }), diagnostics: [] };
  },
};
