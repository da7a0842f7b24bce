import type { Fact, FactOf } from '../../facts.ts';
import { instantOf, secondsBetween } from '../../instant.ts';
import { type Spot, at, items, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedRun } from '../../unstated-run.ts';

type Run = FactOf<'pipeline.run'>;

/** Answers of `list-pipeline-executions`, `list-pipeline-execution-steps` and `describe-pipeline-execution`. */
export function isExecutions(root: Spot): boolean {
  return items(at(root, 'PipelineExecutionSummaries')).some((one) => textAt(one, 'PipelineExecutionArn') !== null) || items(at(root, 'PipelineExecutionSteps')).some((one) => textAt(one, 'StepStatus') !== null)
    || (textAt(root, 'PipelineExecutionArn') !== null && textAt(root, 'PipelineExecutionStatus') !== null);
}

const statuses: Readonly<Record<string, Run['status']>> = { Succeeded: 'succeeded', Failed: 'failed', Stopped: 'cancelled', Stopping: 'cancelled', Executing: 'running', Starting: 'queued' };

export function executionFacts(root: Spot): readonly Fact[] {
  const steps = items(at(root, 'PipelineExecutionSteps'));
  const executions = textAt(root, 'PipelineExecutionArn') === null ? items(at(root, 'PipelineExecutionSummaries')) : [root];
  return [...executions.map(executionFact), ...steps.map(stepRun)];
}

/** The account in the address is left out. */
function executionFact(spot: Spot): Run {
  const [, pipeline = null, run = null] = /:pipeline\/([^/]+)\/execution\/([^/]+)$/.exec((textAt(spot, 'PipelineExecutionArn') ?? '').slice(0, 500)) ?? [];
  const status = statusOf(textAt(spot, 'PipelineExecutionStatus'));
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: run ?? textAt(spot, 'PipelineExecutionDisplayName') ?? '', system: 'sagemaker', pipeline, name: textAt(spot, 'PipelineExecutionDisplayName'), status,
    experiment: textAt(spot, 'PipelineExperimentConfig', 'ExperimentName'), ...spanOf(textAt(spot, 'StartTime') ?? textAt(spot, 'CreationTime'), status === 'running' || status === 'queued' ? null : textAt(spot, 'LastModifiedTime')),
  };
}

function stepRun(spot: Spot): Run {
  const name = textAt(spot, 'StepName') ?? '';
  return {
    type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: name, system: 'sagemaker', job: name, name: textAt(spot, 'StepDisplayName'), status: statusOf(textAt(spot, 'StepStatus')), attempt: wholeAt(spot, 'AttemptCount'),
    ...spanOf(textAt(spot, 'StartTime'), textAt(spot, 'EndTime')),
  };
}

function statusOf(written: string | null): Run['status'] {
  return written !== null && Object.hasOwn(statuses, written) ? statuses[written] ?? 'unknown' : 'unknown';
}

function spanOf(from: string | null, to: string | null): Pick<Run, 'startedAt' | 'endedAt' | 'durationSeconds'> {
  const [startedAt, endedAt] = [instantOf(from), instantOf(to)];
  return { startedAt, endedAt, durationSeconds: secondsBetween(startedAt, endedAt) };
}
