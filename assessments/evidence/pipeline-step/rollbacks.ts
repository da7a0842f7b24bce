import type { Fact, FactOf } from '../facts.ts';

type Step = FactOf<'pipeline.step'>;

/** The steps, each that goes back followed by the rollback it is. `byItself`: the step runs without a person after a failure. */
export function withRollbacks(steps: readonly Step[], tool: string, byItself: (step: Step) => boolean): readonly Fact[] {
  return steps.flatMap((step) => (step.kind === 'rollback' ? [step, rollbackFact(step, tool, byItself(step))] : [step]));
}

function rollbackFact(step: Step, tool: string, automatic: boolean): FactOf<'rollback.target'> {
  return {
    type: 'rollback.target', place: step.place, also: [],
    subject: step.pipeline, tool, mechanism: 'pipeline-step',
    automatic, revisionsKept: null,
  };
}
