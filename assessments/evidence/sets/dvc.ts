import type { Fact, FactOf } from '../facts.ts';
import type { Fragment } from '../fragment.ts';
import { kindOfPath } from '../importers/dvc/paths.ts';
import { folderOf } from '../release-of-path.ts';
import type { Assembler, Whole } from './assembler.ts';
import { isList, listIn, textIn, textsIn, valueIn } from './fragment-value.ts';
import { unstatedRun } from '../unstated-run.ts';

/**
 * A dvc.lock held against the dvc.yaml beside it: each recorded stage is a run, stale where the definition says something
 * else by now; a stage without a record, beside a lock, is a run that was skipped. Models registered in dvc.yaml get the
 * digest of their output.
 */
export const dvcSet: Assembler = {
  set: 'dvc',
  assemble: (whole) => {
    const definitions = Map.groupBy(whole.of('stage'), ({ value }) => folderOf(textIn(value, 'pipeline') ?? ''));
    const runs = Map.groupBy(whole.of('run'), ({ value }) => folderOf(textIn(value, 'lock') ?? ''));
    const metrics = new Map(whole.of('metrics').map((fragment) => [fragment.name, fragment]));
    const digests = digestsOf(whole);
    const models = new Map(whole.of('artifact').map(({ value }) => [textIn(value, 'path') ?? '', textIn(value, 'artifact')]));
    return {
      facts: [
        ...[...runs].flatMap(([folder, recorded]) => comparedFacts({ folder, recorded, declared: definitions.get(folder) ?? [], metrics, models })),
        ...whole.of('artifact').map((artifact) => artifactFact(artifact, digests)),
      ],
      diagnostics: [],
    };
  },
};

type Compared = {
  readonly folder: string;
  readonly recorded: readonly Fragment[];
  readonly declared: readonly Fragment[];
  readonly metrics: ReadonlyMap<string, Fragment>;
  readonly models: ReadonlyMap<string, string | null>;
};

function comparedFacts(compared: Compared): readonly Fact[] {
  const { recorded, declared } = compared;
  const byName = new Map(declared.map((stage) => [textIn(stage.value, 'stage') ?? '', stage]));
  const ran = new Set(recorded.map(({ value }) => baseName(textIn(value, 'stage') ?? '')));
  return [
    ...recorded.map((run) => runFact(run, byName.get(textIn(run.value, 'stage') ?? '') ?? byName.get(baseName(textIn(run.value, 'stage') ?? '')), compared)),
    ...declared.filter(({ value }) => !ran.has(textIn(value, 'stage') ?? '')).map(skippedFact),
  ];
}

/** A loop or matrix records each of its runs as `stage@item`. */
function baseName(stage: string): string {
  return stage.split('@')[0] ?? stage;
}

function runFact(run: Fragment, stage: Fragment | undefined, compared: Compared): FactOf<'pipeline.run'> {
  const name = textIn(run.value, 'stage') ?? '';
  const outs = listIn(run.value, 'outs').map((out) => ({ path: textIn(out, 'path') ?? '', digest: textIn(out, 'digest') }));
  const measured = outs.flatMap(({ path }) => compared.metrics.get(path) ?? []);
  const metricNames = measured.flatMap(({ value }) => (isList(value) ? value.map(String) : []));
  const parameters = textsIn(run.value, 'params');
  return {
    type: 'pipeline.run', place: run.place, also: [...(stage === undefined ? [] : [stage.place]), ...measured.map(({ place }) => place)],
    ...unstatedRun, ...modelOf(outs, compared),
    run: name, pipeline: pipelineOf(stage, compared), job: baseName(name), system: 'dvc', status: 'succeeded',
    parameters: parameters.slice(0, 200), parameterCount: parameters.length,
    metrics: metricNames.slice(0, 200), metricCount: metricNames.length,
    empty: outs.length + parameters.length + metricNames.length === 0,
    outputs: outs.length, inputs: textsIn(run.value, 'deps').length,
    stale: compared.declared.length > 0 && (stage === undefined || isStale(run, stage)),
  };
}

function pipelineOf(stage: Fragment | undefined, { folder }: Compared): string {
  const named = stage === undefined ? null : textIn(stage.value, 'pipeline');
  return named ?? (folder === '' ? 'dvc.yaml' : `${folder}/dvc.yaml`);
}

/** The model a stage made, where it made exactly one. */
function modelOf(outs: readonly { readonly path: string; readonly digest: string | null }[], { models }: Compared): Pick<FactOf<'pipeline.run'>, 'model' | 'modelHash'> {
  const [model, ...others] = outs.filter(({ path }) => kindOfPath(path) === 'model' || models.has(path));
  return model === undefined || others.length > 0 ? { model: null, modelHash: null } : { model: models.get(model.path) ?? null, modelHash: model.digest };
}

/** Another command, or other files to read or write; what DVC fills in later cannot be compared. */
function isStale(run: Fragment, stage: Fragment): boolean {
  if (valueIn(stage.value, 'templated') === true || valueIn(stage.value, 'loop') === true) return false;
  const outs = listIn(run.value, 'outs').map((out) => textIn(out, 'path') ?? '');
  return oneSpaced(textIn(run.value, 'command')) !== oneSpaced(textIn(stage.value, 'command'))
    || !sameTexts(textsIn(run.value, 'deps'), textsIn(stage.value, 'deps')) || !sameTexts(outs, textsIn(stage.value, 'outs'));
}

function oneSpaced(command: string | null): string {
  return (command ?? '').trim().replaceAll(/\s+/g, ' ');
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every((text) => right.has(text));
}

/** Declared beside a lock that has no record of it: it never ran, or not since it was added. */
function skippedFact({ value, place }: Fragment): FactOf<'pipeline.run'> {
  const name = textIn(value, 'stage') ?? '';
  const parameters = textsIn(value, 'params');
  return {
    type: 'pipeline.run', place, also: [], ...unstatedRun, run: name, pipeline: textIn(value, 'pipeline'), job: name, system: 'dvc', status: 'skipped',
    parameters: parameters.slice(0, 200), parameterCount: parameters.length,
    outputs: textsIn(value, 'outs').length, inputs: textsIn(value, 'deps').length,
  };
}

/** Digests by path, of locks and of tracked files; where two disagree about a path, it has none. */
function digestsOf(whole: Whole): ReadonlyMap<string, { readonly digest: string | null; readonly fragment: Fragment }> {
  const digests = new Map<string, { readonly digest: string | null; readonly fragment: Fragment }>();
  const locked = whole.of('run').flatMap((fragment) => listIn(fragment.value, 'outs').map((out) => ({ path: textIn(out, 'path') ?? '', digest: textIn(out, 'digest'), fragment })));
  const tracked = whole.of('tracked').map((fragment) => ({ path: textIn(fragment.value, 'path') ?? '', digest: textIn(fragment.value, 'digest'), fragment }));
  for (const { path, digest, fragment } of [...locked, ...tracked]) {
    const known = digests.get(path);
    digests.set(path, known === undefined || known.digest === digest ? { digest, fragment } : { digest: null, fragment });
  }
  return digests;
}

function artifactFact({ value, place }: Fragment, digests: ReturnType<typeof digestsOf>): Fact {
  const path = textIn(value, 'path') ?? '';
  const found = digests.get(path);
  const also = found === undefined ? [] : [found.fragment.place];
  const type = textIn(value, 'type');
  if (type !== null && type !== 'model') return datasetFact({ value, place }, path, found?.digest ?? null, also);
  return {
    type: 'model.version', place, also, release: null, run: found === undefined ? null : textIn(found.fragment.value, 'stage'),
    model: textIn(value, 'artifact'), modelVersion: null, modelHash: found?.digest ?? null, repository: null, commit: null, dataset: null, datasetVersion: null, datasetHash: null,
    system: 'dvc', stage: null, aliases: [], status: null, uri: path, frameworks: [], frameworkVersion: null, runtimeVersion: null,
    signature: false, inputExample: false, environment: false, bytes: null, signed: false, described: valueIn(value, 'described') === true, deleted: false, owner: null,
    approvalConditions: null, rollbackTarget: null, evaluation: null, dashboard: null, reviewAt: null, reviewStated: false, createdAt: null, updatedAt: null,
  };
}

function datasetFact({ value, place }: Pick<Fragment, 'value' | 'place'>, path: string, digest: string | null, also: FactOf<'data.snapshot'>['also']): FactOf<'data.snapshot'> {
  return {
    type: 'data.snapshot', place, also, release: null, run: null, dataset: textIn(value, 'artifact'), datasetVersion: null, datasetHash: digest,
    system: 'dvc', role: 'unstated', path, stage: null, bytes: null, files: null, records: null, empty: digest === 'd751713988987e9331980363e24189ce.dir',
    hashAlgorithm: digest === null ? null : 'md5', hashed: digest !== null, storage: null, sources: [], licence: null, frozen: false, at: null,
  };
}
