import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { jsonDocument } from '../../json-document.ts';
import { type Spot, numberAt, textAt } from '../../spot.ts';
import { linesOf } from '../../text-lines.ts';
import { unstatedRun } from '../../unstated-run.ts';
import { type Measured, measuredFacts } from './measured.ts';

export function isDetail(text: string): boolean {
  return /^(?:[^\n]{0,400}\n){0,20}[^\n]{0,200}:::MLL(?:OG)? \{/.test(text.slice(0, 10_000));
}

type Entry = { readonly key: string; readonly spot: Spot; readonly line: number };

const results = new Set(['eval_accuracy', 'eval_loss', 'result_samples_per_second', 'result_mean_latency_ns', 'result_99.00_percentile_latency_ns', 'result_99.90_percentile_latency_ns', 'result_tokens_per_second', 'result_completed_samples_per_sec', 'result_scheduled_samples_per_sec', 'tracked_stats']);
const most = 100_000;

/** What was measured, and of a training the run: when it began and ended, and how. */
export function detailFacts(file: string, text: string): readonly Fact[] {
  const lines = linesOf(text);
  const entries = lines.slice(0, most).flatMap((line, index) => entryIn(file, line, index + 1));
  const said = (key: string) => entries.find((entry) => entry.key === key);
  const textOf = (key: string) => { const entry = said(key); return entry === undefined ? null : textAt(entry.spot, 'value'); };
  const values = entries.filter(({ key }) => results.has(key)).flatMap(({ key, spot, line }): readonly Measured[] => {
    const value = numberAt(spot, 'value');
    return value === null ? [] : [{ metric: key, value, unit: /latency_ns$/.test(key) ? 'ns' : null, line }];
  });
  const training = said('run_start') !== undefined || said('submission_benchmark') !== undefined;
  const benchmark = textOf('submission_benchmark') ?? textOf('effective_scenario') ?? textOf('requested_scenario');
  const facts = measuredFacts(file, lines.length, training ? 'mlperf-training' : 'mlperf-inference', {
    tasks: benchmark === null ? [] : [benchmark], decision: textOf('result_validity'), seed: said('seed') !== undefined || entries.some(({ key }) => key.endsWith('_rng_seed')),
    at: momentOf(said('run_start') ?? entries[0]),
  }, values);
  return training ? [...facts, runFact(file, lines.length, entries, benchmark, values)] : facts;
}

/** `:::MLLOG {"key": …, "value": …, "time_ms": …}`, perhaps behind the prefix of a launcher. */
function entryIn(file: string, line: string, number: number): readonly Entry[] {
  const start = line.indexOf(':::MLL');
  const brace = start === -1 ? -1 : line.indexOf('{', start);
  if (brace === -1 || line.length > 20_000) return [];
  const parsed = jsonDocument(line.slice(brace));
  if (!parsed.ok) return [];
  const spot: Spot = { file, pointer: '', value: parsed.document, embedded: true };
  const key = textAt(spot, 'key');
  return key === null ? [] : [{ key, spot, line: number }];
}

function momentOf(entry: Entry | undefined): string | null {
  const milliseconds = entry === undefined ? null : numberAt(entry.spot, 'time_ms');
  return milliseconds === null ? null : instantOf(Math.round(milliseconds));
}

function runFact(file: string, lines: number, entries: readonly Entry[], benchmark: string | null, values: readonly Measured[]): FactOf<'pipeline.run'> {
  const [started, stopped] = ['run_start', 'run_stop'].map((key) => entries.find((entry) => entry.key === key));
  const status = stopped === undefined ? null : textAt(stopped.spot, 'metadata', 'status');
  const times = [started, stopped].map((entry) => (entry === undefined ? null : numberAt(entry.spot, 'time_ms')));
  const [from = null, to = null] = times;
  const names = [...new Set(values.map(({ metric }) => metric))];
  return {
    type: 'pipeline.run', place: { file, lines: [1, Math.max(1, lines)] }, also: [], ...unstatedRun, system: 'mlperf', run: file, pipeline: benchmark,
    status: status === 'success' ? 'succeeded' : status === 'aborted' || status === 'failed' ? 'failed' : stopped === undefined ? 'running' : 'unknown',
    metrics: names, metricCount: names.length, tracked: values.length > names.length, empty: false, startedAt: momentOf(started), endedAt: momentOf(stopped), durationSeconds: from === null || to === null ? null : (to - from) / 1000,
  };
}
