import type { Fact, FactOf } from '../../facts.ts';
import { inWords } from '../../in-words.ts';
import type { MarkdownDocument, MarkdownTable } from '../../markdown-document.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { unstatedStep } from '../../unstated-delivery.ts';
import { unstatedRun } from '../../unstated-run.ts';

type Status = FactOf<'pipeline.run'>['status'];
/** A named artefact with its id, as `name=id`, `name (id)` or a name alone. */
type Named = { readonly name: string; readonly id: string };
type Row = { readonly step: string; readonly status: Status; readonly inputs: readonly Named[]; readonly outputs: readonly Named[]; readonly line: number };
type RunTable = { readonly table: MarkdownTable; readonly run: string | null; readonly rows: readonly Row[] };

/**
 * Tables that list the steps of a run with their status, inputs and outputs, as pipelines write them into reports: the run,
 * its steps, which step needs which, what was made from what, and data that was put out as training and test sets.
 */
export function runTableFacts(file: string, markdown: MarkdownDocument): readonly Fact[] {
  const tables = markdown.tables.filter(isRunTable).map((table) => ({ table, run: runIdBefore(markdown, table), rows: rowsOf(table) })).filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return [];
  const producers = new Map(tables.flatMap(({ rows }) => rows.flatMap(({ step, outputs }) => outputs.map(({ id, name }) => [id, { step, name }] as const))));
  const kinds = kindsOf(tables);
  const commit = commitIn(markdown);
  const nameOf = ({ id, name }: Named): string => producers.get(id)?.name ?? name;
  return tables.flatMap((one) => [
    runFact(file, one, commit),
    ...one.rows.map((row) => stepFact(file, one, row, (id) => producers.get(id)?.step ?? null)),
    ...one.rows.filter(({ status }) => status === 'succeeded').flatMap((row) => [...edgesOf(file, one, row, { kinds, nameOf }), ...splitsOf(file, one, row)]),
  ]);
}

const column = { step: /^(?:pipeline |workflow )?(?:steps?|stages?|tasks?|jobs?)(?: names?)?$|^(?:步骤|阶段|任务)(?:名称)?$/i, status: /^(?:status|state|result|outcome)$|^(?:状态|结果)$/i, inputs: /^inputs?(?: artifacts?)?$|^输入$/i, outputs: /^outputs?(?: artifacts?)?$|^输出$/i };

function isRunTable({ header }: MarkdownTable): boolean {
  return Object.values(column).every((title) => header.some((cell) => title.test(cell)));
}

function rowsOf({ header, rows }: MarkdownTable): readonly Row[] {
  const indexOf = (title: RegExp) => header.findIndex((cell) => title.test(cell));
  const [step, status, inputs, outputs] = [indexOf(column.step), indexOf(column.status), indexOf(column.inputs), indexOf(column.outputs)];
  return rows.slice(0, 200).filter(({ cells }) => !isPlaceholder(cells[step] ?? null))
    .map(({ cells, line }) => ({ step: cells[step] ?? '', status: statusOf(cells[status] ?? ''), inputs: namedIn(cells[inputs] ?? ''), outputs: namedIn(cells[outputs] ?? ''), line }));
}

function statusOf(written: string): Status {
  if (/\b(?:completed?|succeeded|success(?:ful)?|passed|done|ok|cached)\b|成功|完成/i.test(written)) return 'succeeded';
  if (/\b(?:failed|failure|error)\b|失败/i.test(written)) return 'failed';
  if (/\b(?:cancell?ed|aborted|stopped)\b|取消/i.test(written)) return 'cancelled';
  if (/\bskipped\b|跳过/i.test(written)) return 'skipped';
  return /\b(?:running|in progress|initializing)\b|运行中/i.test(written) ? 'running' : 'unknown';
}

/** At most 50 artefacts of a cell; a name that stands alone is its own id. */
function namedIn(cell: string): readonly Named[] {
  if (isPlaceholder(cell)) return [];
  const paired = [...cell.slice(0, 5_000).matchAll(/([\w./-]{1,200})\s*[=:]\s*\[?\s*([\w-]{4,80})\s*\]?/g)].map(([, name = '', id = '']) => ({ name, id }));
  const named = paired.length > 0 ? paired : cell.split(/[,;、]/).map((part) => part.trim()).filter((part) => part !== '' && !isPlaceholder(part)).map((name) => ({ name: name.slice(0, 200), id: name.slice(0, 200) }));
  return named.slice(0, 50);
}

const runInHeading = /\s*[(（]run[ :：#]{1,3}([0-9a-z][\w-]{3,80})[)）]\s*$/i;

/** The heading of a table without a run id behind it: `training (run 4af7…)`. */
function pipelineOf({ heading }: MarkdownTable): string | null {
  const name = heading.replace(runInHeading, '').trim();
  return name === '' ? null : name;
}

/** A run id behind the heading of a table, or between the heading and the table itself. */
function runIdBefore({ lines, sections }: MarkdownDocument, table: MarkdownTable): string | null {
  const [first] = table.lines;
  const start = sections.filter(({ lines: [line] }) => line < first).at(-1)?.lines[0] ?? 0;
  const headed = runInHeading.exec(table.heading)?.[1];
  if (headed !== undefined) return headed;
  const above = lines.slice(start, first - 1).map((line) => line.slice(0, 500));
  return above.map((line) => /(?<![a-z])run[ _-]?id[^0-9a-z]{1,10}([0-9a-z][\w-]{3,80})/i.exec(line)?.[1]).find((id) => id !== undefined) ?? null;
}

function commitIn({ fields }: MarkdownDocument): string | null {
  const found = fields.find(({ name, value }) => /^(?:pipeline |git |code |source )?commit(?: sha| hash| id)?$|^提交(?:号)?$/i.test(name) && /^[0-9a-f]{7,64}$/i.test(value));
  return found?.value.toLowerCase() ?? null;
}

function runFact(file: string, { table, run, rows }: RunTable, commit: string | null): FactOf<'pipeline.run'> {
  const failed = rows.filter(({ status }) => status === 'failed').map(({ step }) => step);
  const [inputs, outputs] = [new Set(rows.flatMap((row) => row.inputs.map(({ id }) => id))), new Set(rows.flatMap((row) => row.outputs.map(({ id }) => id)))];
  return {
    type: 'pipeline.run', place: { file, lines: table.lines }, also: [], ...unstatedRun, release: releaseOfPath(file), commit,
    run: run ?? `${file}#${pipelineOf(table) ?? ''}`, pipeline: pipelineOf(table), system: 'report',
    status: failed.length > 0 ? 'failed' : rows.every(({ status }) => status === 'succeeded' || status === 'skipped') ? 'succeeded' : rows.some(({ status }) => status === 'running') ? 'running' : 'unknown',
    inputs: inputs.size, outputs: outputs.size, steps: rows.length, failedSteps: failed,
  };
}

/** What a report lists has been run; whether a failure would have stopped it, it does not say. */
function stepFact(file: string, { table }: RunTable, row: Row, producerOf: (id: string) => string | null): FactOf<'pipeline.step'> {
  const needs = row.inputs.map(({ id }) => producerOf(id)).filter((step) => step !== null && step !== row.step);
  return {
    type: 'pipeline.step', place: { file, lines: [row.line, row.line] }, ...unstatedStep, gating: false,
    pipeline: pipelineOf(table) ?? file, job: row.step, name: row.step, kind: kindByNames([row.step]), needs: [...new Set(needs.filter((step) => step !== null))],
  };
}

type Kind = FactOf<'lineage.edge'>['fromKind'];
const kindWords: readonly (readonly [Kind, RegExp])[] = [
  ['model', /_(?:models?|classifiers?|regressors?|estimators?|predictors?|checkpoints?)_|模型/], ['feature', /_features?(?:_set|_store|_view)?_|特征/],
  ['data', /_(?:data|datasets?|df|dataframes?|trn|tst|(?:train|test|val|validation)_(?:set|split)|x_train|x_test|samples)_|数据/], ['prompt', /_prompts?_|提示词/],
];

/** What an artefact is, by any name it goes by: a step may put out `scorer` that the next takes as `model`. */
function kindsOf(tables: readonly RunTable[]): ReadonlyMap<string, Kind> {
  const named = tables.flatMap(({ rows }) => rows.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]));
  return new Map([...Map.groupBy(named, ({ id }) => id)].map(([id, names]) => {
    const words = names.map(({ name }) => `_${inWords(name)}_`);
    return [id, words.some((word) => /_(?:evaluation|results?|metrics?|reports?|profile|info)_/.test(word)) ? 'artifact' : kindWords.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? 'artifact'] as const;
  }));
}

type Naming = { readonly kinds: ReadonlyMap<string, Kind>; readonly nameOf: (named: Named) => string };

function edgesOf(file: string, { run }: RunTable, row: Row, { kinds, nameOf }: Naming): readonly FactOf<'lineage.edge'>[] {
  return row.inputs.flatMap((input) => row.outputs.map((output): FactOf<'lineage.edge'> => ({
    type: 'lineage.edge', place: { file, lines: [row.line, row.line] }, also: [], run,
    from: nameOf(input), fromKind: kinds.get(input.id) ?? 'artifact', fromHash: null, to: output.name, toKind: kinds.get(output.id) ?? 'artifact', toHash: null, by: row.step, system: 'report', recorded: true,
  })));
}

const roles: readonly (readonly [FactOf<'data.snapshot'>['role'], RegExp])[] = [
  ['validation', /_(?:val|valid|validation|dev)_/], ['test', /_(?:tst|test|testing|holdout)_|测试/], ['training', /_(?:trn|train|training)_|训练/],
];

/** Sets of data that a step put out under names that tell their role. */
function splitsOf(file: string, { run }: RunTable, row: Row): readonly FactOf<'data.snapshot'>[] {
  return row.outputs.flatMap(({ name }) => {
    const word = `_${inWords(name)}_`;
    const role = /_(?:model|results?|metrics?|report)_/.test(word) ? undefined : roles.find(([, pattern]) => pattern.test(word))?.[0];
    return role === undefined ? [] : [{
      type: 'data.snapshot', place: { file, lines: [row.line, row.line] as const }, also: [], release: releaseOfPath(file), run, dataset: name, datasetVersion: null, datasetHash: null,
      system: 'report', role, path: null, stage: row.step, bytes: null, files: null, records: null, empty: false, hashAlgorithm: null, hashed: false, storage: null, sources: [], licence: null, frozen: false, at: null,
    } as const];
  });
}
