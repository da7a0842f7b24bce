import type { Fact, FactOf } from '../../facts.ts';
import { type Command, type CommandGroup, commandGroups, kindByNames } from '../../pipeline-step/command-groups.ts';
import { commandLines } from '../../pipeline-step/kinds.ts';
import { cut, isPinned, shortName } from '../../pipeline-step/naming.ts';
import { withRollbacks } from '../../pipeline-step/rollbacks.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, members, oneOrMany, placeOf, saysTrue, settingAt, textAt, textsAt } from '../../spot.ts';
import { conditionOf, runsByHand } from './conditions.ts';
import { type Job, commandsOf } from './jobs.ts';

type Step = FactOf<'pipeline.step'>;

/** The steps of all jobs: what each script does, by kind; calls of other pipelines; releases; and where a person has to start it. */
export function stepFacts(root: Spot, jobs: readonly Job[], pipeline: string): readonly Fact[] {
  const before = jobsBefore(root, jobs);
  const steps = jobs.flatMap((job) => jobSteps(root, job, contextOf(job, pipeline, before(stageOf(job)))));
  return withRollbacks(steps, 'gitlab-ci', ({ conditional }) => /when: on_failure/.test(conditional ?? ''));
}

type Context = Pick<Step, 'type' | 'pipeline' | 'job' | 'conditional' | 'environment' | 'needs' | 'matrix'>;

function contextOf(job: Job, pipeline: string, before: readonly string[]): Context {
  const environment = job.setting('environment');
  const matrix = items(at(job.setting('parallel'), 'matrix')).flatMap((entry) => members(entry).map(([axis]) => axis));
  return {
    type: 'pipeline.step', pipeline, job: job.name,
    conditional: conditionOf(job), environment: textAt(environment) ?? textAt(environment, 'name'),
    needs: neededBy(job) ?? before, matrix: [...new Set(matrix)],
  };
}

function jobSteps(root: Spot, job: Job, context: Context): readonly Step[] {
  const gating = !mayFail(job);
  const names = [job.name, stageOf(job)];
  const script = commandsOf(root, job.setting('script'));
  const scripts = script.length === 0 ? [] : [
    ...scriptSteps(job, [...commandsOf(root, job.setting('before_script')), ...script], { context, gating, names }),
    // What runs afterwards cannot fail the job any more.
    ...scriptSteps(job, commandsOf(root, job.setting('after_script')), { context, gating: false, names: [] }),
  ];
  return [...approvalSteps(job, context), ...scripts, ...callSteps(job, context, gating), ...releaseSteps(job, context, gating)];
}

type Script = { readonly context: Context; readonly gating: boolean; readonly names: readonly string[] };

function scriptSteps(job: Job, commands: readonly Command[], { context, gating, names }: Script): readonly Step[] {
  return commandGroups(commands, names).map((group) => ({
    ...context, ...placesOf(job, group),
    name: shortName(commandLines(group.commands[0]?.text ?? '')[0] ?? job.name), kind: group.kind,
    uses: null, pinned: false, command: cut(group.commands.map(({ text }) => text).join('\n'), 500),
    gating: gating && group.stops,
  }));
}

/** A command that another job or the whole file writes is told at the job that runs it. */
function placesOf({ spot }: Job, { commands }: CommandGroup): Pick<Step, 'place' | 'also'> {
  const places = commands.map(({ place }) => place).slice(0, 50);
  const [first, ...more] = places;
  const own = first !== undefined && 'pointer' in first && first.pointer.startsWith(`${spot.pointer}/`);
  return own ? { place: first, also: more } : { place: placeOf(spot), also: places };
}

/** Somebody must start the job. Without rules GitLab lets the pipeline go on unless `allow_failure: false` is written. */
function approvalSteps(job: Job, context: Context): readonly Step[] {
  const manual = runsByHand(job);
  if (manual === null) return [];
  return [{
    ...context, place: placeOf(manual), also: [], name: 'when: manual', kind: 'approve',
    uses: null, pinned: false, command: null, gating: !mayFail(job),
  }];
}

function callSteps(job: Job, context: Context, gating: boolean): readonly Step[] {
  const trigger = job.setting('trigger');
  if (!isGiven(trigger)) return [];
  const uses = textAt(trigger) ?? textAt(trigger, 'project') ?? textAt(trigger, 'include') ?? settingAt(trigger, 'include') ?? job.name;
  return [{
    ...context, place: placeOf(trigger), also: [], name: job.name, kind: kindByNames([job.name, uses, stageOf(job)]),
    uses, pinned: isPinned(uses), command: null, gating,
  }];
}

function releaseSteps(job: Job, context: Context, gating: boolean): readonly Step[] {
  const release = job.setting('release');
  if (!isMapping(release.value)) return [];
  return [{ ...context, place: placeOf(release), also: [], name: textAt(release, 'name') ?? 'release', kind: 'register', uses: null, pinned: false, command: null, gating }];
}

/** `allow_failure` true or with exit codes; without it, a job that is started by hand outside of rules may fail. */
function mayFail(job: Job): boolean {
  const allowed = job.setting('allow_failure');
  if (isMapping(allowed.value)) return true;
  if (isWritten(allowed)) return saysTrue(allowed);
  const rules = items(job.setting('rules')).filter((rule) => textAt(rule, 'when') !== 'never');
  if (rules.length > 0) return rules.every((rule) => saysTrue(rule, 'allow_failure'));
  return textAt(job.setting('when')) === 'manual';
}

function neededBy(job: Job): readonly string[] | null {
  const needs = job.setting('needs');
  return isWritten(needs) ? oneOrMany(needs).map((need) => textAt(need) ?? textAt(need, 'job')).filter((name) => name !== null) : null;
}

function stageOf(job: Job): string {
  return textAt(job.setting('stage')) ?? 'test';
}

const platformStages = ['build', 'test', 'deploy'];
const mostNeeds = 100;

/** Without `needs`, a job waits for all jobs of the stages before its own, except those that may fail. */
function jobsBefore(root: Spot, jobs: readonly Job[]): (stage: string) => readonly string[] {
  const listed = textsAt(root, 'stages');
  const stages = ['.pre', ...(listed.length > 0 ? listed : platformStages), '.post'];
  const byStage = Map.groupBy(jobs.filter((job) => !mayFail(job)), stageOf);
  const before = new Map<string, readonly string[]>();
  let passed: readonly string[] = [];
  for (const stage of stages) {
    before.set(stage, passed);
    passed = passed.length >= mostNeeds ? passed : [...passed, ...(byStage.get(stage) ?? []).map(({ name }) => name)].slice(0, mostNeeds);
  }
  return (stage) => before.get(stage) ?? [];
}
