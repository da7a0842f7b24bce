import { diagnostic } from '../diagnostics.ts';
import type { Fact } from '../facts.ts';
import type { Diagnostic } from '../file.ts';
import type { Fragment } from '../fragment.ts';
import { runFacts } from '../importers/mlflow/run-facts.ts';
import { type RunRecord, runRecord } from '../importers/mlflow/run-record.ts';
import { plainAddress } from '../plain-address.ts';
import type { Place } from '../place.ts';
import { folderOf } from '../release-of-path.ts';
import type { Assembler } from './assembler.ts';
import { textIn, valueIn } from './fragment-value.ts';
import { storedModelFacts } from './mlflow-models.ts';
import { storedRuns } from './mlflow-runs.ts';

/**
 * Runs from exports and from the file store, each with its experiment; the same run exported twice is one. Registered and
 * logged models of the file store. An experiment of which no run is among the files is told.
 */
export const mlflowSet: Assembler = {
  set: 'mlflow',
  assemble: (whole) => {
    const exported = whole.of('run').flatMap(({ value, place }): readonly Run[] => {
      const { success, data } = runRecord.safeParse(value);
      return success ? [{ record: data, place, also: [] }] : [];
    });
    const experiments = new Map(whole.of('experiment').map((fragment) => [fragment.name, fragment]));
    const runs = [...exported, ...storedRuns(whole)].map((run) => ({ run, experiment: experimentOf(run, experiments) }));
    const seen = new Set(runs.map(({ experiment }) => experiment));
    return {
      facts: [...mergedFacts(runs.map(({ run, experiment }) => withExperiment(run, experiment))), ...storedModelFacts(whole)],
      diagnostics: whole.of('experiment').filter((experiment) => !seen.has(experiment)).map(withoutRuns),
    };
  },
};

export type Run = { readonly record: RunRecord; readonly place: Place; readonly also: readonly Place[] };

/** The experiment with its id in one of the folders above the run; an export nests deeper than the store. */
function experimentOf({ record, place }: Run, experiments: ReadonlyMap<string, Fragment>): Fragment | undefined {
  let folder = folderOf(place.file);
  for (let up = 0; up < 4; up += 1) {
    const found = experiments.get(`${folder}\n${record.experiment ?? ''}`);
    if (found !== undefined || folder === '') return found;
    folder = folderOf(folder);
  }
  return undefined;
}

function withExperiment(run: Run, experiment: Fragment | undefined): Run {
  if (experiment === undefined) return run;
  const deleted = run.record.deleted || valueIn(experiment.value, 'deleted') === true;
  return { ...run, record: { ...run.record, experimentName: textIn(experiment.value, 'name'), deleted }, also: [experiment.place, ...run.also] };
}

/** Copies of one run say the same in several places. */
function mergedFacts(runs: readonly Run[]): readonly Fact[] {
  const copies = Map.groupBy(runs, ({ record }) => JSON.stringify(record, (key, value: unknown) => (key === 'place' ? undefined : value)));
  return [...copies.values()].flatMap(([first, ...others]) => (first === undefined ? [] : runFacts(first.record, first.place, [...new Set([...first.also, ...others.flatMap(({ place, also }) => [place, ...also])])].slice(0, 50))));
}

function withoutRuns({ value, place }: Fragment): Diagnostic {
  return { ...diagnostic('empty', place.file, { detail: `experiment ${plainAddress(textIn(value, 'name') ?? textIn(value, 'id') ?? '')}: 0 runs` }), place };
}

