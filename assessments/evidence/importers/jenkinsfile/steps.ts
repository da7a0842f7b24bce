import type { Fact, FactOf } from '../../facts.ts';
import { type Command, type CommandGroup, commandGroups, kindByNames } from '../../pipeline-step/command-groups.ts';
import { commandLines } from '../../pipeline-step/kinds.ts';
import { cut, isPinned, shortName } from '../../pipeline-step/naming.ts';
import { withRollbacks } from '../../pipeline-step/rollbacks.ts';
import { type Block, type Call, argument, callsIn, firstText, written } from './blocks.ts';
import { type Stage, type Statement, outsideStages } from './stages.ts';
import { shells, wordKind } from './step-words.ts';

type Step = FactOf<'pipeline.step'>;
type Context = Pick<Step, 'type' | 'pipeline' | 'job' | 'environment' | 'needs' | 'matrix'>;

/** The steps of all stages: shell commands by kind, steps of plugins, other jobs that are started, libraries. */
export function stepFacts(file: string, stages: readonly Stage[], pipeline: string): readonly Fact[] {
  const steps = stages.flatMap((stage) => {
    const context: Context = { type: 'pipeline.step', pipeline, job: stage.name, environment: null, needs: stage.needs, matrix: stage.matrix };
    return [...shellSteps(file, stage, context), ...stage.own.flatMap((statement) => wordSteps(file, statement, context))];
  });
  return withRollbacks(steps, 'jenkins', ({ conditional }) => /\bon (?:failure|unsuccessful|unstable|regression)\b/.test(conditional ?? ''));
}

type Shell = { readonly command: Command; readonly statement: Statement; readonly stops: boolean };

/** Commands that run under the same conditions and do the same kind of work are one step. */
function shellSteps(file: string, stage: Stage, context: Context): readonly Step[] {
  const found = stage.own.flatMap((statement) => callsIn(statement.block.head, (name) => shells.has(name)).flatMap((call) => shellOf(file, call, statement)));
  const names = stage.name === outsideStages ? [] : [stage.name];
  const alike = Map.groupBy(found, ({ statement, stops }) => JSON.stringify([statement.conditions, stops]));
  return [...alike.values()].flatMap((shellsAlike) => {
    const [first] = shellsAlike;
    if (first === undefined) return [];
    return commandGroups(shellsAlike.map(({ command }) => command), names).map((group) => groupStep(group, first, context));
  });
}

function shellOf(file: string, { rest, lines }: Call, statement: Statement): readonly Shell[] {
  const text = argument(rest, 'script') ?? firstText(rest);
  if (text === null) return [];
  const stops = !statement.caught && !statement.afterwards && argument(rest, 'returnStatus') !== 'true';
  return [{ command: { text, place: { file, lines } }, statement, stops }];
}

function groupStep(group: CommandGroup, { statement, stops }: Shell, context: Context): Step {
  const [first, ...more] = group.commands;
  return {
    ...context, place: first?.place ?? { file: context.pipeline, lines: [1, 1] }, also: more.slice(0, 50).map(({ place }) => place),
    name: shortName(commandLines(first?.text ?? '')[0] ?? first?.text ?? context.job), kind: group.kind,
    uses: null, pinned: false, command: cut(group.commands.map(({ text }) => text).join('\n'), 500),
    gating: stops && group.stops, conditional: conditionOf(statement.conditions),
  };
}

function wordSteps(file: string, statement: Statement, context: Context): readonly Step[] {
  const { block, caught, afterwards, conditions } = statement;
  return callsIn(block.head, (name) => wordKind(name) !== null || reusing.has(name)).flatMap(({ name, rest, lines }) => {
    const uses = usedBy(name, rest);
    if (uses === null && reusing.has(name)) return [];
    return [{
      ...context, place: { file, lines: name === 'input' ? block.lines : lines }, also: [],
      name: shortName(uses ?? nameOf(name, block, rest)), kind: kindOf(name, uses, context.job),
      uses, pinned: isPinned(uses), command: null,
      gating: !caught && !afterwards && !letsThrough(name, rest), conditional: conditionOf(conditions),
    }];
  });
}

/** Steps that start another job or take in a library. */
const reusing: ReadonlySet<string> = new Set(['build', 'library', 'Library']);

function usedBy(name: string, rest: Call['rest']): string | null {
  if (!reusing.has(name)) return null;
  return (name === 'build' ? argument(rest, 'job') : null) ?? firstText(rest);
}

/** What a person is asked; else the step as it is written, without addresses of people and repositories. */
function nameOf(name: string, block: Block, rest: Call['rest']): string {
  if (name === 'input') return argument(rest, 'message') ?? firstText(rest) ?? block.inside.filter((one) => one.name === 'message').map(({ head }) => firstText(head))[0] ?? name;
  return ['notify', 'checkout'].includes(wordKind(name) ?? '') ? name : written(block.head);
}

function kindOf(name: string, uses: string | null, stage: string): Step['kind'] {
  if (name === 'library' || name === 'Library') return 'setup';
  return wordKind(name) ?? kindByNames([uses ?? '', stage]);
}

function letsThrough(name: string, rest: Call['rest']): boolean {
  if (name === 'waitForQualityGate') return argument(rest, 'abortPipeline') !== 'true';
  return argument(rest, 'propagate') === 'false' || argument(rest, 'wait') === 'false' || argument(rest, 'failOnError') === 'false';
}

function conditionOf(conditions: readonly string[]): string | null {
  return conditions.length === 0 ? null : cut(conditions.join('; '), 500);
}
