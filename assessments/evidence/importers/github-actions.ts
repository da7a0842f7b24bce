import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { type Spot, at, isMapping, isWritten, members, placeOf, rootSpots, textAt } from '../spot.ts';
import { deployedImages } from './github-actions/deployed-images.ts';
import { workflowSecrets } from './github-actions/secrets.ts';
import { actionStepFacts, jobFacts } from './github-actions/steps.ts';
import { triggerFacts, triggersOf } from './github-actions/triggers.ts';

/** GitHub Actions (also Gitea and Forgejo): workflows, and composite actions as reusable pieces of them. */
export const githubActions: Importer = {
  id: 'github-actions',
  title: { zh: 'GitHub Actions 工作流', en: 'GitHub Actions workflow' },
  recognises: (file, documents) => {
    const root = onlyRoot(file.path, documents);
    return root !== null && (isWorkflow(root) || isAction(root));
  },
  read: (file, documents) => {
    const root = onlyRoot(file.path, documents);
    if (root === null) return { facts: [], diagnostics: [] };
    return { facts: isWorkflow(root) ? workflowFacts(root) : actionFacts(root), diagnostics: [] };
  },
};

function onlyRoot(path: string, documents: Documents): Spot | null {
  const roots = rootSpots(path, documents).filter(({ value }) => value !== null);
  const [root] = roots;
  return root !== undefined && roots.length === 1 && isMapping(root.value) ? root : null;
}

/** Jobs by name, and triggers: CircleCI has no `on`, Azure Pipelines lists its jobs. A workflow folder makes up for a missing `on`. */
function isWorkflow(root: Spot): boolean {
  return isMapping(at(root, 'jobs').value) && (isWritten(triggersOf(root)) || /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\//.test(root.file));
}

function isAction(root: Spot): boolean {
  return isMapping(at(root, 'runs').value) && textAt(root, 'runs', 'using') !== null;
}

function workflowFacts(root: Spot): readonly Fact[] {
  const pipeline = textAt(root, 'name') ?? root.file;
  const jobs = members(at(root, 'jobs'));
  const triggers = triggerFacts(root, pipeline);
  const declaredBySome = (key: string) => isWritten(at(root, key)) || jobs.some(([, job]) => isWritten(at(job, key)));
  const declaredByAll = (key: string) => isWritten(at(root, key)) || (jobs.length > 0 && jobs.every(([, job]) => isWritten(at(job, key))));
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: placeOf(root), also: [],
    system: 'github-actions', name: pipeline, jobs: jobs.length,
    reusable: triggers.some(({ kind }) => kind === 'call'),
    permissions: declaredByAll('permissions'),
    concurrency: declaredBySome('concurrency'),
  };
  const steps = jobs.flatMap(([id, job]) => jobFacts(job, { pipeline, job: id }));
  return [definition, ...triggers, ...steps, ...deployedImages(root, steps), ...workflowSecrets(root)];
}

/** A JavaScript or container action is a tool, not a pipeline: it is recognised and yields nothing. */
function actionFacts(root: Spot): readonly Fact[] {
  if (textAt(root, 'runs', 'using') !== 'composite') return [];
  const pipeline = textAt(root, 'name') ?? root.file;
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: placeOf(root), also: [],
    system: 'github-actions', name: pipeline, jobs: 0, reusable: true, permissions: false, concurrency: false,
  };
  return [definition, ...actionStepFacts(at(root, 'runs'), { pipeline, job: 'composite' })];
}
