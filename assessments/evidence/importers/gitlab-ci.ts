import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { type Spot, at, isGiven, isMapping, isWritten, placeOf, rootSpots, textAt } from '../spot.ts';
import { imageFacts } from './gitlab-ci/images.ts';
import { includeFacts } from './gitlab-ci/includes.ts';
import { type Job, globalKeys, isJob, jobsOf } from './gitlab-ci/jobs.ts';
import { pipelineSecrets } from './gitlab-ci/secrets.ts';
import { stepFacts } from './gitlab-ci/steps.ts';
import { triggerFacts } from './gitlab-ci/triggers.ts';

/** GitLab CI: the pipeline of a project, a file it includes, or a component with its `spec` in a first document. */
export const gitlabCi: Importer = {
  id: 'gitlab-ci',
  title: { zh: 'GitLab CI 流水线', en: 'GitLab CI pipeline' },
  recognises: (file, documents) => pipelineIn(file.path, documents) !== null,
  read: (file, documents) => {
    const found = pipelineIn(file.path, documents);
    return { facts: found === null ? [] : pipelineFacts(found), diagnostics: [] };
  },
};

type Pipeline = { readonly root: Spot; readonly inputs: boolean };

function pipelineIn(path: string, documents: Documents): Pipeline | null {
  if (documents.kind !== 'yaml') return null;
  const roots = rootSpots(path, documents).filter(({ value }) => value !== null);
  const header = roots.length === 2 ? roots.find(isHeader) : undefined;
  const [root, ...others] = roots.filter((spot) => spot !== header);
  if (root === undefined || others.length > 0 || !isMapping(root.value)) return null;
  return isPipeline(root, path) ? { root, inputs: header !== undefined && isGiven(at(header, 'spec', 'inputs')) } : null;
}

/** The first document of a component says what can be set in it, and nothing else. */
function isHeader({ value }: Spot): boolean {
  return isMapping(value) && Object.keys(value).every((key) => key === 'spec');
}

/** Keys that other formats with scripts in them have at the top. */
const foreign = ['jobs', 'on', 'apiVersion', 'kind', 'language', 'pipelines', 'steps', 'version', 'openapi', 'tasks', 'pool'];

/** A script under a name of its own beside a key of the whole file; the usual file name makes up for either. */
function isPipeline(root: Spot, path: string): boolean {
  if (foreign.some((key) => isWritten(at(root, key)))) return false;
  const keys = isMapping(root.value) ? Object.keys(root.value) : [];
  const jobs = keys.some((key) => isJob(key, at(root, key)));
  const whole = keys.some((key) => ['stages', 'include', 'image', 'default', 'workflow', 'before_script'].includes(key));
  const named = /(?:^|\/)(?:[^/]*\.gitlab-ci[^/]*|\.gitlab\/(?:[^/]+\/)*[^/]+|templates\/[^/]+)\.ya?ml$/i.test(path);
  return named && /gitlab/i.test(path) ? jobs || keys.some((key) => globalKeys.has(key)) : jobs && whole;
}

function pipelineFacts({ root, inputs }: Pipeline): readonly Fact[] {
  const pipeline = textAt(root, 'workflow', 'name') ?? root.file;
  const jobs = jobsOf(root);
  const shown = jobs.filter(({ hidden }) => !hidden);
  const triggers = triggerFacts(root, jobs, pipeline).filter(({ event }) => !(inputs && event === 'default'));
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: placeOf(root), also: [],
    system: 'gitlab-ci', name: pipeline, jobs: shown.length,
    reusable: inputs || (jobs.length > 0 && shown.length === 0) || triggers.some(({ kind }) => kind === 'call'),
    permissions: false,
    concurrency: isGiven(at(root, 'workflow', 'auto_cancel')) || shown.some(declaresResourceGroup),
  };
  return [definition, ...triggers, ...includeFacts(root, pipeline), ...imageFacts(root, jobs), ...stepFacts(root, shown, pipeline), ...pipelineSecrets(root, jobs)];
}

function declaresResourceGroup(job: Job): boolean {
  return isGiven(job.setting('resource_group'));
}
