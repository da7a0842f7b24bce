import type { DecodedTables } from '../../decoded.ts';
import { diagnostic } from '../../diagnostics.ts';
import type { Fact } from '../../facts.ts';
import type { SourceFile } from '../../file.ts';
import { instantOf } from '../../instant.ts';
import type { Reading } from '../../importer.ts';
import type { Place } from '../../place.ts';
import { databasePromptFact } from './database-prompts.ts';
import { recordsIn, sourceIn } from './datasets.ts';
import { versionFacts } from './registry-facts.ts';
import { runFacts } from './run-facts.ts';
import { type RunInput, type RunMetric, type RunRecord, filled, loggedModels, mostNames, runStatus, tagsThatTell } from './run-record.ts';

/** The tables every version of the database has. */
export function isDatabase({ decoded }: SourceFile): boolean {
  return decoded?.kind === 'tables' && ['experiments', 'alembic_version', 'runs'].every((name) => decoded.tables.some((table) => table.name === name));
}

/** Runs and registered versions; a database in which nothing ever ran is told as such. */
export function databaseReading(file: SourceFile): Reading {
  const { decoded } = file;
  if (decoded?.kind !== 'tables') return { facts: [], diagnostics: [] };
  const rows = (name: string) => rowsOf(file.path, decoded, name);
  const facts = [...databaseRuns(rows).flatMap(({ record, place }) => runFacts(record, place, [])), ...databaseVersions(rows)];
  return {
    facts,
    diagnostics: [
      ...(facts.length === 0 ? [diagnostic('empty', file.path, { detail: 'runs: 0, model_versions: 0' })] : []),
      ...(decoded.complete ? [] : [diagnostic('partial', file.path, { detail: decoded.tables.map(({ name, rows: own }) => `${name}: ${own.length}`).join(', ').slice(0, 500) })]),
    ],
  };
}

export type DatabaseRow = {
  readonly place: Place;
  readonly text: (column: string) => string | null;
  readonly number: (column: string) => number | null;
};
type Rows = (table: string) => readonly DatabaseRow[];

function rowsOf(path: string, { tables }: DecodedTables, name: string): readonly DatabaseRow[] {
  const table = tables.find((one) => one.name === name);
  return table === undefined ? [] : table.rows.map((row) => rowOf(path, table, row));
}

type Table = DecodedTables['tables'][number];
type TableRow = Table['rows'][number];

function rowOf(path: string, table: Table, { rowid, values }: TableRow): DatabaseRow {
  const valueOf = (column: string) => values[table.columns.indexOf(column)] ?? null;
  return {
    place: { file: path, pointer: `/${table.name}/${rowid}` },
    text: (column) => { const value = valueOf(column); return value === null ? null : String(value).toWellFormed(); },
    number: (column) => { const value = valueOf(column); return typeof value === 'number' && Number.isFinite(value) ? value : null; },
  };
}

function databaseRuns(rows: Rows): readonly { readonly record: RunRecord; readonly place: Place }[] {
  const experiments = new Map(rows('experiments').map((row) => [row.text('experiment_id') ?? '', row]));
  const byRun = (table: string) => Map.groupBy(rows(table), (row) => row.text('run_uuid') ?? '');
  const logged = { params: byRun('params'), tags: byRun('tags'), latest: byRun('latest_metrics'), history: byRun('metrics'), inputs: databaseInputs(rows) };
  return rows('runs').map((row) => {
    const run = row.text('run_uuid') ?? '';
    const experiment = experiments.get(row.text('experiment_id') ?? '');
    const deleted = [row, experiment].some((one) => one?.text('lifecycle_stage') === 'deleted');
    return { record: { ...ownColumns(row, run), experimentName: experiment?.text('name') ?? null, deleted, ...loggedIn(run, logged) }, place: row.place };
  });
}

type ByRun<Item> = ReadonlyMap<string, readonly Item[]>;
type Logged = { readonly params: ByRun<DatabaseRow>; readonly tags: ByRun<DatabaseRow>; readonly latest: ByRun<DatabaseRow>; readonly history: ByRun<DatabaseRow>; readonly inputs: ByRun<RunInput> };

function loggedIn(run: string, { params, tags, latest, history, inputs }: Logged): Pick<RunRecord, 'parameters' | 'parameterCount' | 'metrics' | 'metricCount' | 'tags' | 'outputs' | 'inputs'> {
  const parameters = (params.get(run) ?? []).map((param) => param.text('key') ?? '');
  const metrics = metricsOf(latest.get(run) ?? [], history.get(run) ?? []);
  const own = (tags.get(run) ?? []).map((tag) => [tag.text('key') ?? '', tag.text('value') ?? ''] as const);
  return {
    parameters: parameters.slice(0, mostNames), parameterCount: parameters.length, metrics: metrics.slice(0, mostNames), metricCount: metrics.length,
    tags: tagsThatTell(own), outputs: loggedModels(own.find(([key]) => key === 'mlflow.log-model.history')?.[1] ?? null), inputs: inputs.get(run) ?? [],
  };
}

function ownColumns(row: DatabaseRow, run: string) {
  return {
    run, experiment: row.text('experiment_id'), name: filled(row.text('name')), status: runStatus(row.text('status')), user: filled(row.text('user_id')),
    entryPoint: filled(row.text('entry_point_name')), sourceVersion: filled(row.text('source_version')),
    startedAt: instantOf(row.text('start_time')), endedAt: instantOf(row.text('end_time')),
  };
}

/** `latest_metrics` has one row for each metric; the full history tells over how many steps it went. */
function metricsOf(latest: readonly DatabaseRow[], history: readonly DatabaseRow[]): readonly RunMetric[] {
  const steps = Map.groupBy(history, (row) => row.text('key') ?? '');
  const rows = latest.length > 0 ? latest : [...steps.values()].flatMap((own) => own.at(-1) ?? []);
  return rows.map((row) => {
    const name = row.text('key') ?? '';
    const value = row.number('is_nan') === 1 ? null : row.number('value');
    return { name, value, steps: new Set((steps.get(name) ?? [row]).map((point) => point.text('step'))).size, place: row.place };
  });
}

/** Datasets by the run that read them. */
function databaseInputs(rows: Rows): ReadonlyMap<string, readonly RunInput[]> {
  const datasets = new Map(rows('datasets').map((row) => [row.text('dataset_uuid') ?? '', row]));
  const contexts = new Map(rows('input_tags').filter((row) => row.text('name') === 'mlflow.data.context').map((row) => [row.text('input_uuid') ?? '', row.text('value')]));
  const read = rows('inputs').flatMap((row) => {
    const dataset = datasets.get(row.text('source_id') ?? '');
    const run = row.text('destination_id');
    if (dataset === undefined || run === null) return [];
    const input: RunInput = {
      name: filled(dataset.text('name')), digest: filled(dataset.text('digest')), context: contexts.get(row.text('input_uuid') ?? '') ?? null,
      source: sourceIn(dataset.text('dataset_source')), records: recordsIn(dataset.text('dataset_profile')), place: dataset.place,
    };
    return [{ run, input }];
  });
  return new Map([...Map.groupBy(read, ({ run }) => run)].map(([run, own]) => [run, own.map(({ input }) => input)]));
}

/** Versions of models; those of prompts are kept in the same tables and told by a tag. */
function databaseVersions(rows: Rows): readonly Fact[] {
  const aliases = Map.groupBy(rows('registered_model_aliases'), (row) => versionKey(row));
  const prompts = new Set(rows('registered_model_tags').filter((row) => row.text('key') === 'mlflow.prompt.is_prompt' && row.text('value')?.toLowerCase() === 'true').map((row) => row.text('name')));
  const tags = Map.groupBy(rows('model_version_tags'), (row) => versionKey(row));
  return rows('model_versions').flatMap((row) => {
    const named = (aliases.get(versionKey(row)) ?? []).map((alias) => alias.text('alias') ?? '').sort();
    if (prompts.has(row.text('name'))) return [databasePromptFact(row, named, tags.get(versionKey(row)) ?? [])];
    return versionFacts({
      name: row.text('name') ?? '', version: row.text('version'), stage: row.text('current_stage'), aliases: named, status: row.text('status'), source: row.text('source'),
      run: row.text('run_id'), user: row.text('user_id'), described: (row.text('description') ?? '').trim() !== '',
      createdAt: instantOf(row.text('creation_time')), updatedAt: instantOf(row.text('last_updated_time')),
    }, row.place);
  });
}

function versionKey(row: DatabaseRow): string {
  return `${row.text('name') ?? ''}\n${row.text('version') ?? ''}`;
}
