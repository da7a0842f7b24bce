import type { FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, isWritten, items, oneOrMany, placeOf, textAt, textsAt } from '../../spot.ts';
import type { Job } from './jobs.ts';

type Trigger = FactOf<'pipeline.trigger'>;
type Kind = Trigger['kind'];

/** `CI_PIPELINE_SOURCE`, by the platform's documentation. */
const sources: Readonly<Record<string, Kind>> = {
  push: 'push', merge_request_event: 'pull-request', external_pull_request_event: 'pull-request', schedule: 'schedule', web: 'manual', webide: 'manual', chat: 'manual',
  api: 'api', trigger: 'api', pipeline: 'after-pipeline', parent_pipeline: 'call',
};
/** The words of `only`; everything else there is a branch or tag. */
const onlyWords: Readonly<Record<string, Kind>> = {
  pushes: 'push', branches: 'push', tags: 'push', merge_requests: 'pull-request', external_pull_requests: 'pull-request', schedules: 'schedule', web: 'manual', chat: 'manual',
  api: 'api', triggers: 'api', pipelines: 'after-pipeline',
};

/**
 * What starts the pipeline, as the rules of the workflow and of the jobs name it; each event once, where it is first
 * written. Where a job has no rule at all, GitLab runs it at every push: event `default`.
 */
export function triggerFacts(root: Spot, jobs: readonly Job[], pipeline: string): readonly Trigger[] {
  const workflow = ruleTriggers(at(root, 'workflow', 'rules'), pipeline);
  const ofJobs = jobs.flatMap((job) => [...ruleTriggers(job.setting('rules'), pipeline), ...onlyTriggers(job.setting('only'), pipeline)]);
  const found = [...workflow, ...ofJobs];
  const byDefault = !isWritten(at(root, 'workflow', 'rules')) && jobs.some((job) => !job.hidden && isUnlimited(job));
  const all = byDefault ? [trigger(root, pipeline, 'push', 'default'), ...found] : found;
  return [...new Map(all.toReversed().map((one) => [JSON.stringify([one.kind, one.event]), one] as const)).values()].toReversed();
}

function isUnlimited(job: Job): boolean {
  return !['rules', 'only'].some((key) => isWritten(job.setting(key)));
}

function ruleTriggers(rules: Spot, pipeline: string): readonly Trigger[] {
  return items(rules).filter((rule) => textAt(rule, 'when') !== 'never').flatMap((rule) => {
    const condition = textAt(rule, 'if');
    if (condition === null) return [];
    const changes = at(rule, 'changes');
    const paths = isMapping(changes.value) ? textsAt(changes, 'paths') : textsAt(changes);
    return conditionTriggers(at(rule, 'if'), condition.slice(0, 1_000), pipeline).map((one) => ({ ...one, paths }));
  });
}

/** The sources a condition names; a branch or tag alone stands for a push. */
function conditionTriggers(spot: Spot, condition: string, pipeline: string): readonly Trigger[] {
  const named = [...condition.matchAll(/\$CI_PIPELINE_SOURCE\s*==\s*["']([a-z_]+)["']/g)].map(([, source]) => source ?? '');
  const matched = [...condition.matchAll(/\$CI_PIPELINE_SOURCE\s*=~\s*\/([^/]*)\//g)].flatMap(([, pattern]) => (pattern ?? '').split(/[^a-z_]+/).filter((word) => Object.hasOwn(sources, word)));
  const branches = branchesIn(condition);
  const events = [...named, ...matched];
  if (events.length > 0) return events.map((event) => ({ ...trigger(spot, pipeline, sources[event] ?? 'other', event), branches }));
  if (/\$CI_MERGE_REQUEST_/.test(condition)) return [{ ...trigger(spot, pipeline, 'pull-request', condition), branches }];
  if (/\$CI_COMMIT_(?:TAG|BRANCH|REF_NAME)/.test(condition)) return [{ ...trigger(spot, pipeline, 'push', condition), branches }];
  return [];
}

/** Names and patterns that a condition compares the branch or tag with; `tags` where only a tag is asked for. */
function branchesIn(condition: string): readonly string[] {
  const compared = [...condition.matchAll(/\$CI_(?:COMMIT_(?:BRANCH|REF_NAME|TAG)|MERGE_REQUEST_TARGET_BRANCH_NAME)\s*(==|=~|!=|!~)\s*(?:["']([^"']*)["']|(\/(?:[^/\\]|\\.)*\/)|(\$CI_DEFAULT_BRANCH))/g)];
  const patterns = compared.map(([, sign, text, pattern, standard]) => `${sign?.startsWith('!') ? '!' : ''}${text ?? pattern ?? standard ?? ''}`);
  const anyTag = /\$CI_COMMIT_TAG\b(?!\s*(?:==|=~|!=|!~))/.test(condition);
  return anyTag ? [...patterns, 'tags'] : patterns;
}

function onlyTriggers(only: Spot, pipeline: string): readonly Trigger[] {
  const refs = isMapping(only.value) ? at(only, 'refs') : only;
  const paths = isMapping(only.value) ? textsAt(only, 'changes') : [];
  return oneOrMany(refs).flatMap((ref) => {
    const word = textAt(ref);
    if (word === null) return [];
    const known = Object.hasOwn(onlyWords, word);
    return [{ ...trigger(ref, pipeline, known ? onlyWords[word] ?? 'other' : 'push', word), branches: known && word !== 'tags' ? [] : [word], paths }];
  });
}

function trigger(spot: Spot, pipeline: string, kind: Kind, event: string): Trigger {
  return { type: 'pipeline.trigger', place: placeOf(spot), also: [], pipeline, kind, event, branches: [], paths: [], schedule: null };
}
