import type { Fragment } from '../fragment.ts';
import type { Assembler } from './assembler.ts';
import { isList } from './fragment-value.ts';
import { unstatedRun } from '../unstated-run.ts';

/** A folder of DVCLive as the run it belongs to; how the run ended is not written there. */
export const dvcLiveSet: Assembler = {
  set: 'dvc-live',
  assemble: ({ key, fragments, of }) => {
    const [first, ...others] = fragments;
    if (first === undefined) return { facts: [], diagnostics: [] };
    const histories = of('live-history');
    const metrics = [...new Set([...namesIn(of('live-metrics')).filter((name) => name !== 'step'), ...histories.map(({ name }) => name.replaceAll('/', '.'))])];
    const parameters = namesIn(of('live-params'));
    const told = of('live-metrics').length > 0;
    return {
      facts: [{
        type: 'pipeline.run', place: first.place, also: others.slice(0, 50).map(({ place }) => place), ...unstatedRun, run: key, system: 'dvc', status: 'unknown',
        parameters: parameters.slice(0, 200), parameterCount: parameters.length, metrics: metrics.slice(0, 200), metricCount: metrics.length,
        tracked: histories.some(({ value }) => typeof value === 'number' && value > 1),
        empty: told && metrics.length === 0 && parameters.length === 0,
      }],
      diagnostics: [],
    };
  },
};

function namesIn(fragments: readonly Fragment[]): readonly string[] {
  return fragments.flatMap(({ value }) => (isList(value) ? value.map(String) : []));
}
