import { type Spot, at, isGiven, isMapping, isWritten, items, members, oneOrMany, saysTrue, textAt, textsAt } from '../../spot.ts';

/** An item of a list, with the template conditions (`${{ if … }}`) that it stands under. */
export type Unfolded = { readonly spot: Spot; readonly conditions: readonly string[] };

/** A job, or the call of a template in its place. */
export type Job = Unfolded & { readonly name: string; readonly mayFail: boolean; readonly needs: readonly string[] };

/** The items of a list of stages, jobs, steps or variables; those under `${{ if }}` and `${{ each }}` come in its place. */
export function unfolded(list: Spot, conditions: readonly string[] = []): readonly Unfolded[] {
  return items(list).flatMap((item): readonly Unfolded[] => {
    const inside = members(item);
    const [only] = inside;
    if (only === undefined || inside.length !== 1 || !only[0].startsWith('${{')) return isMapping(item.value) ? [{ spot: item, conditions }] : [];
    return unfolded(only[1], [...conditions, only[0]]);
  });
}

/** Nothing of its own starts it or gives it machines, and it is called with parameters or lies among templates. */
export function isTemplate(root: Spot): boolean {
  const own = ['trigger', 'pr', 'schedules', 'resources', 'extends', 'pool', 'name'];
  if (own.some((key) => isWritten(at(root, key)))) return false;
  return isWritten(at(root, 'parameters')) || /(?:^|\/)[^/]*templates?[^/]*\//i.test(root.file);
}

type Stage = Unfolded & { readonly name: string; readonly jobs: readonly Unfolded[] };

/** All jobs with what they wait for, in document order: of stages, of the list `jobs`, or the one that `steps` stand for. */
export function pipelineJobs(root: Spot): readonly Job[] {
  if (isWritten(at(root, 'stages'))) return stagedJobs(root);
  if (isWritten(at(root, 'jobs'))) return named(unfolded(at(root, 'jobs')), 'job', []);
  return isWritten(at(root, 'steps')) ? named([{ spot: root, conditions: [] }], isTemplate(root) ? pieceOfJob : 'job', []) : [];
}

/** The job of steps that are a template, unknown until they are used; GitHub's composite actions have the same. */
export const pieceOfJob = 'composite';

const mostNeeds = 100;

/** A stage waits for the one before it unless it says for which, and so for all their jobs that may not fail. */
function stagedJobs(root: Spot): readonly Job[] {
  const stages = unfolded(at(root, 'stages')).map(({ spot, conditions }): Stage => ({
    spot, conditions, name: textAt(spot, 'stage') ?? textAt(spot, 'template') ?? 'stage',
    jobs: isWritten(at(spot, 'template')) ? [{ spot, conditions }] : unfolded(at(spot, 'jobs'), conditions),
  }));
  const passed = new Map<string, readonly string[]>();
  let before: string | null = null;
  return stages.flatMap((stage) => {
    const awaited = isWritten(at(stage.spot, 'dependsOn')) ? textsAt(stage.spot, 'dependsOn') : before === null ? [] : [before];
    const needs = [...new Set(awaited.slice(0, mostNeeds).flatMap((name) => passed.get(name) ?? []))].slice(0, mostNeeds);
    const jobs = named(stage.jobs, stage.name, needs);
    passed.set(stage.name, [...needs, ...jobs.filter((job) => !job.mayFail).map(({ name }) => name)].slice(0, mostNeeds));
    before = stage.name;
    const condition = textAt(stage.spot, 'condition');
    return condition === null ? jobs : jobs.map((job) => ({ ...job, conditions: [condition, ...job.conditions] }));
  });
}

function named(jobs: readonly Unfolded[], fallback: string, needs: readonly string[]): readonly Job[] {
  return jobs.map(({ spot, conditions }) => ({
    spot, conditions,
    name: [textAt(spot, 'job'), textAt(spot, 'deployment'), textAt(spot, 'template')].find((name) => name !== null && name !== '') ?? fallback,
    mayFail: mayFail(spot),
    needs: [...new Set([...needs, ...textsAt(spot, 'dependsOn').filter(() => !isWritten(at(spot, 'stage')))])].slice(0, mostNeeds),
  }));
}

/** `continueOnError` with anything but false, an expression too. */
export function mayFail(spot: Spot): boolean {
  const allowed = at(spot, 'continueOnError');
  return isGiven(allowed) && textAt(allowed)?.toLowerCase() !== 'false';
}

/** A hook of a deployment strategy with its steps; `name` is `deploy`, `on failure` … */
export type Hook = { readonly name: string; readonly steps: Spot };

/** The lists of steps a job runs: its own, and those of the hooks of a deployment. */
export function hooksOf(job: Spot): readonly Hook[] {
  const own = isWritten(at(job, 'steps')) ? [{ name: '', steps: at(job, 'steps') }] : [];
  const strategies = members(at(job, 'strategy')).filter(([kind]) => ['runOnce', 'rolling', 'canary'].includes(kind));
  return [...own, ...strategies.flatMap(([, strategy]) => members(strategy).flatMap(([name, hook]) => (name === 'on' ? outcomeHooks(hook) : stepsOf(name, hook))))];
}

function outcomeHooks(hook: Spot): readonly Hook[] {
  return members(hook).flatMap(([outcome, one]) => stepsOf(`on ${outcome}`, one));
}

function stepsOf(name: string, hook: Spot): readonly Hook[] {
  return isWritten(at(hook, 'steps')) ? [{ name, steps: at(hook, 'steps') }] : [];
}

/** The environment a deployment goes to; approvals and checks on it are set on the platform, not in the file. */
export function environmentOf(job: Spot): string | null {
  return textAt(job, 'environment') ?? textAt(job, 'environment', 'name');
}

/** Names of the variables that the runs of a matrix differ in. */
export function matrixOf(job: Spot): readonly string[] {
  return [...new Set(members(at(job, 'strategy', 'matrix')).flatMap(([, variables]) => members(variables).map(([name]) => name)))];
}

/** The commit, tag or branch at which a template repository is used, by the alias behind the `@` of a template. */
export function repositoryRef(root: Spot, alias: string): string | null {
  const found = oneOrMany(at(root, 'resources', 'repositories')).find((repository) => textAt(repository, 'repository') === alias);
  return found === undefined ? null : textAt(found, 'ref');
}

export function isEnabled(step: Spot): boolean {
  return !isGiven(at(step, 'enabled')) || saysTrue(step, 'enabled');
}
