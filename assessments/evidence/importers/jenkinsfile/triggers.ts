import type { FactOf } from '../../facts.ts';
import { type Block, type Call, argument, callsIn, firstText } from './blocks.ts';

type Trigger = FactOf<'pipeline.trigger'>;

/** Triggers of Jenkins and its plugins. Asking the repository every few minutes starts a build at a push, later. */
const kinds: Readonly<Record<string, Trigger['kind']>> = {
  cron: 'schedule', parameterizedCron: 'schedule', pollSCM: 'push', scm: 'push',
  githubPush: 'push', bitbucketPush: 'push', giteePush: 'push', gitlab: 'push', gitlabPush: 'push',
  issueCommentTrigger: 'pull-request', githubPullRequest: 'pull-request', githubPullRequests: 'pull-request',
  upstream: 'after-pipeline', GenericTrigger: 'api', genericTrigger: 'api',
};

/**
 * What the file says starts the pipeline: `triggers { … }` and `pipelineTriggers([…])`. Which branches and requests are
 * built is set on the server and not in the file, so a Jenkinsfile without triggers has none here.
 */
export function triggerFacts(file: string, blocks: readonly Block[], pipeline: string): readonly Trigger[] {
  return callsOf(blocks, false).map(({ name, rest, lines }) => ({
    type: 'pipeline.trigger', place: { file, lines }, also: [], pipeline,
    kind: kinds[name] ?? 'other', event: name, branches: [], paths: [],
    schedule: /cron|pollSCM|scm/i.test(name) ? argument(rest, 'spec') ?? firstText(rest) : null,
  }));
}

function callsOf(blocks: readonly Block[], declared: boolean): readonly Call[] {
  return blocks.flatMap((block): readonly Call[] => {
    const named = declared || block.head.some(({ kind, value }) => kind === 'word' && value === 'pipelineTriggers');
    const own = named ? callsIn(block.head, (name) => Object.hasOwn(kinds, name)) : [];
    return [...own, ...callsOf(block.inside, block.name === 'triggers')];
  });
}
