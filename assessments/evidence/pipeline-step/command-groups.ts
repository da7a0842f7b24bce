import type { Place } from '../place.ts';
import { type StepKind, commandLines, stepWork } from './kinds.ts';
import { stopsOnFailure } from './outcome.ts';

export type Command = { readonly text: string; readonly place: Place };
/** Commands of one job that do the same kind of work; `stops`: at least one of them stops the job when it fails. */
export type CommandGroup = { readonly kind: StepKind; readonly commands: readonly Command[]; readonly stops: boolean };

/** Kinds that say nothing about what a job is for. */
const housekeeping: ReadonlySet<StepKind> = new Set(['checkout', 'setup', 'notify', 'other']);

/**
 * The commands of a job by what they do, in the order in which each kind comes first. Where no command tells, the names
 * (of the job, of its stage) say what the unknown commands are for.
 */
export function commandGroups(commands: readonly Command[], names: readonly string[]): readonly CommandGroup[] {
  const doing = commands.filter(({ text }) => commandLines(text).length > 0);
  // Comments and output say nothing beside commands; alone they show that a job only pretends.
  const worked = (doing.length > 0 ? doing : commands).map((command) => ({ command, work: stepWork(null, command.text, null) }));
  const telling = worked.some(({ work }) => !housekeeping.has(work.kind));
  const named = telling ? 'other' : kindByNames(names);
  const kindOf = ({ work }: (typeof worked)[number]): StepKind => (work.kind === 'other' && doing.length > 0 ? named : work.kind);
  return [...Map.groupBy(worked, kindOf)].map(([kind, group]) => ({
    kind, commands: group.map(({ command }) => command),
    stops: group.some(({ command, work }) => stopsOnFailure(work.lines, command.text)),
  }));
}

/** The kind that the first telling name states: `deploy_prod`, `unit-tests`. */
export function kindByNames(names: readonly string[]): StepKind {
  return names.map((name) => stepWork(null, null, plainName(name)).kind).find((kind) => kind !== 'other') ?? 'other';
}

function plainName(name: string): string {
  return name.slice(0, 200).replaceAll(/(?<=[a-z])(?=[A-Z])|[_:./\\-]+/g, ' ').trim();
}
