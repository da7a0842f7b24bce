import type { Fact } from '../../facts.ts';
import { linesOf } from '../../text-lines.ts';
import { type Measured, measuredFacts, plainNumber } from './measured.ts';

/** The report that LoadGen writes at the end of a run. */
export function isSummary(text: string): boolean {
  return /^\s*=+\s*\n\s*MLPerf Results Summary\b/.test(text.slice(0, 1_000));
}

const most = 1_000;

/** Values before the test parameters, and whether the run calls itself valid. An accuracy run has no figure here. */
export function summaryFacts(file: string, text: string): readonly Fact[] {
  const lines = linesOf(text);
  const told = (key: string) => lines.slice(0, most).map((line) => /^\s*([^:]{1,80}?)\s*:\s*(\S.*)$/.exec(line.slice(0, 300))).find((found) => found?.[1] === key)?.[2]?.trim() ?? null;
  const end = lines.findIndex((line) => /^\s*Test Parameters Used/.test(line));
  const values = lines.slice(0, end === -1 ? most : end).flatMap((line, index): readonly Measured[] => {
    const [, metric, amount] = /^\s*(Samples per second|Scheduled samples per second|Tokens per second|Completed samples per second|Completed tokens per second|QPS w\/ loadgen overhead|QPS w\/o loadgen overhead|[0-9.]{2,6} percentile latency \(ns\)|Mean latency \(ns\)|(?:Min|Max) latency \(ns\))\s*:\s*([0-9.eE+]{1,24})\s*$/.exec(line.slice(0, 200)) ?? [];
    const value = plainNumber(amount);
    return value === null || metric === undefined ? [] : [{ metric: metric.replace(' (ns)', ''), value, unit: metric.endsWith('(ns)') ? 'ns' : null, line: index + 1 }];
  });
  const scenario = told('Scenario');
  const validity = told('Result is');
  return measuredFacts(file, lines.length, 'mlperf-inference', { model: null, tasks: [scenario, told('Mode')].filter((task) => task !== null), decision: validity, evaluators: ['LoadGen'], seed: told('qsl_rng_seed') !== null }, values);
}
