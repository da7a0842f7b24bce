import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, placeOf, rootSpots, textAt } from '../spot.ts';
import { containerFacts } from './azure-pipelines/containers.ts';
import { type Job, isTemplate, pieceOfJob, pipelineJobs, unfolded } from './azure-pipelines/jobs.ts';
import { jobFacts } from './azure-pipelines/steps.ts';
import { triggerFacts } from './azure-pipelines/triggers.ts';

/** Azure Pipelines: pipelines, and templates of stages, jobs or steps, which are told to be reusable. */
export const azurePipelines: Importer = {
  id: 'azure-pipelines',
  title: { zh: 'Azure Pipelines 流水线', en: 'Azure Pipelines pipeline' },
  recognises: (file, documents) => pipelineIn(file.path, documents) !== null,
  read: (file, documents) => {
    const root = pipelineIn(file.path, documents);
    return { facts: root === null ? [] : pipelineFacts(root), diagnostics: [] };
  },
};

function pipelineIn(path: string, documents: Documents): Spot | null {
  const roots = documents.kind === 'yaml' ? rootSpots(path, documents).filter(({ value }) => value !== null) : [];
  const [root] = roots;
  return root !== undefined && roots.length === 1 && isMapping(root.value) && isPipeline(root) ? root : null;
}

const stepWords = ['script', 'bash', 'pwsh', 'powershell', 'task', 'checkout', 'download', 'downloadBuild', 'publish', 'getPackage', 'reviewApp', 'template'];

/** Stages, jobs or steps are lists here (GitHub maps its jobs), and their items begin with words of the platform. */
function isPipeline(root: Spot): boolean {
  if (['on', 'apiVersion', 'kind', 'runs', 'image', '$schema'].some((key) => isWritten(at(root, key)))) return false;
  const lists = [['stages', ['stage', 'template']], ['jobs', ['job', 'deployment', 'template']], ['steps', stepWords]] as const;
  if (lists.some(([key, words]) => unfolded(at(root, key)).some(({ spot }) => words.some((word) => isWritten(at(spot, word)))))) return true;
  return textAt(root, 'extends', 'template') !== null && isMapping(at(root, 'extends').value) && (isWritten(at(root, 'trigger')) || isWritten(at(root, 'resources')) || isMapping(at(root, 'extends', 'parameters').value));
}

function pipelineFacts(root: Spot): readonly Fact[] {
  const pipeline = root.file;
  const jobs = pipelineJobs(root);
  const reusable = isTemplate(root);
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: placeOf(root), also: [],
    system: 'azure-pipelines', name: pipeline, jobs: jobs.filter(isRun).length,
    reusable, permissions: false,
    concurrency: textAt(root, 'trigger', 'batch') === 'true' || isGiven(at(root, 'lockBehavior')) || items(at(root, 'stages')).some((stage) => isGiven(at(stage, 'lockBehavior'))),
  };
  return [definition, ...(reusable ? [] : triggerFacts(root, pipeline)), ...containerFacts(root, jobs), ...jobFacts(root, jobs, pipeline)];
}

function isRun({ spot, name }: Job): boolean {
  return name !== pieceOfJob && !isWritten(at(spot, 'template'));
}
