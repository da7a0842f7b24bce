import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const importerOf = (path: string, content: unknown): string | null => readEvidence(sourceFile(path, typeof content === 'string' ? content : JSON.stringify(content))).importer;

/** What looks like a format and is not, and what was cut off. */
it.each([
  ['pipeline info without tasks or machines', 'x.json', { pipelineInfo: { name: 'a' } }, null],
  ['a pipeline of another tool', 'x.yaml', 'root: {dag: {}}\npipelineInfo: {title: a}\ndeploymentSpec: {}\n', null],
  ['an Argo workflow', 'x.yaml', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: a}\nspec: {templates: []}\n', 'kubernetes'],
  ['an action', 'action.yml', 'name: a\nimplementation: text\n', null],
  ['text that opens like a TFX pipeline', 'x.pbtxt', 'pipeline_info { name: "a" }\n', null],
  ['a TFX pipeline without nodes', 'x.pbtxt', 'pipeline_info { id: "a" }\nexecution_mode: SYNC\n', null],
  ['a TFX pipeline that was cut off', 'x.pbtxt', 'pipeline_info { id: "a" }\nnodes {', null],
  ['a table of people with a DAG in it', 'x.json', [{ dag_id: 'a', owner: 'b' }], null],
  ['a run of another tool', 'x.json', [{ run_id: 'a', state: 'success', start_date: 'b', end_date: 'c' }], null],
  ['a list with something else in it', 'x.json', [{ dag_id: 'a', paused: false, filepath: 'a.py' }, { id: 1 }], null],
  ['settings of something else', 'x.yaml', 'settings: {colour: red}\nsteps: {a: {}}\n', null],
  ['a CircleCI file', 'x.yml', 'version: 2.1\njobs: {a: {docker: [{image: "b"}]}}\nenable_cache: true\n', null],
  ['a compose file', 'x.yml', 'services: {a: {image: b}}\nsettings: {docker: {requirements: [c]}}\n', null],
  ['a stack of another tool', 'x.yaml', 'stack_name: a\ncomponents: {b: {kind: c}}\n', null],
  ['a policy of AWS', 'x.json', { Version: '2012-10-17', Statement: [] }, null],
  ['steps without a type', 'x.json', { Version: '2020-12-01', Parameters: [], Steps: [{ Name: 'a' }] }, null],
  ['a record of another flow tool', 'x.json', { flow_id: 'a', ts_epoch: 1 }, null],
] as const)('%s', (_, path, content, importer) => {
  expect(importerOf(path, content)).toBe(importer);
});

it.each([
  ['x.json', '{"pipelineSpec": {"pipelineInfo": {"name": "a"}'],
  ['x.json', '{"dag_runs": [{"dag_id": "a"'],
  ['x.json', '{"Version": "2020-12-01", "Steps": ['],
  ['x.json', '{"flow_id": "a", "ts_epoch"'],
  ['x.yaml', 'enable_cache: False\nsettings: {docker: {requirements: [a}\n'],
] as const)('%s that was cut off is told, not read', (path, text) => {
  expect(readEvidence(sourceFile(path, text)).diagnostics.map(({ kind }) => kind)).toEqual(['malformed']);
});
