import { type FileReading, type Importer, readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../builders/source-file.ts';
import { formats, samplesOf } from './samples.ts';

const read = (path: string, text: string): FileReading => readEvidence(sourceFile(path, text));

describe('a file that cannot be read says why, where, and what to do', () => {
  it.each([
    ['malformed', 'a.yaml', 'a:\n  b: 1\n c: 2\n', { file: 'a.yaml', lines: [3, 3] }, 'a.yaml 第 3 行不是合法的 YAML、JSON、XML 或 TOML', 'a.yaml, line 3, is not valid YAML, JSON, XML or TOML'],
    ['template', 'a.yaml', '{{ if x }}\na: 1\n', { file: 'a.yaml', lines: [1, 1] }, 'a.yaml 第 1 行是尚未渲染的模板', 'a.yaml, line 1, is a template'],
    ['too-deep', 'a.json', `${'['.repeat(101)}${']'.repeat(101)}`, { file: 'a.json', lines: [1, 1] }, 'a.json 第 1 行嵌套超过 100 层', 'a.json, line 1, is nested more than 100 levels deep'],
    ['too-large', 'a.yaml', `a: ${'x'.repeat(21 * 1024 * 1024)}`, null, 'a.yaml 内容过大', 'a.yaml holds too much to be read'],
    ['empty', 'a.yaml', ' \n', null, 'a.yaml 是空文件', 'a.yaml is empty'],
  ] as const)('%s', (kind, path, text, place, zh, en) => {
    const reading = read(path, text);

    expect(reading).toMatchObject({ path, importer: null, facts: [], diagnostics: [{ path, kind, place }] });
    expect(reading.diagnostics[0]?.zh.startsWith(zh)).toBe(true);
    expect(reading.diagnostics[0]?.en.startsWith(en)).toBe(true);
  });

  it('a Helm template that happens to parse is a template too, not a manifest', () => {
    const text = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: "{{ .Release.Name }}"\n';

    expect(read('templates/a.yaml', text)).toMatchObject({ importer: 'kubernetes', facts: [], diagnostics: [{ kind: 'template', place: { lines: [4, 4] } }] });
  });

  it('templates inside the values of rules and analyses are their own business', () => {
    expect(read('a.yaml', 'groups: [{name: g, rules: [{alert: A, expr: "up == 0", annotations: {summary: "{{ $labels.job }} {{ .Values }}x"}}]}]').facts).toHaveLength(1);
  });
});

describe('recognition', () => {
  it('claims an object of a kind that assessments do not use, and says that it gave nothing', () => {
    expect(read('a.yaml', 'apiVersion: example.com/v1alpha1\nkind: Thing\n')).toMatchObject({ importer: 'kubernetes', facts: [], diagnostics: [{ kind: 'unrecognised', place: null }] });
  });

  it.each([
    ['a workflow by its keys', 'anything.txt', 'on: push\njobs: {}\n', 'github-actions'],
    ['a workflow rewritten by YAML 1.1 rules', 'a.yml', 'true: push\njobs: {}\n', 'github-actions'],
    ['a workflow by its folder', '.github/workflows/a.yml', 'jobs: {}\n', 'github-actions'],
    ['CircleCI', '.circleci/config.yml', 'version: 2.1\njobs: {build: {}}\nworkflows: {}\n', null],
    ['Azure Pipelines', 'azure-pipelines.yml', 'trigger: [main]\njobs: [{job: a}]\n', 'azure-pipelines'],
    ['a data contract', 'a.yaml', 'apiVersion: v3.0.0\nkind: DataContract\n', null],
    ['a chart', 'Chart.yaml', 'apiVersion: v2\nname: a\n', null],
    ['a rule inside an object', 'a.yaml', 'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec: {groups: [{name: g, rules: [{alert: A, expr: up}]}]}\n', 'kubernetes'],
    ['groups that are not rules', 'a.yaml', 'groups: [{name: g, rules: [{path: /a}]}]\n', null],
    ['docker compose', 'docker-compose.yml', 'services: {web: {image: nginx}}\n', 'compose'],
    ['any JSON', 'a.json', '{"jobs": []}', null],
  ] as const)('%s', (_, path, text, importer) => {
    expect(read(path, text)).toMatchObject({ importer, diagnostics: [] });
  });

  const claimer = (id: string, ...sharesWith: readonly string[]): Importer => ({ id, title: { zh: id, en: id }, sharesWith, recognises: () => true, read: () => ({ facts: [], diagnostics: [] }) });

  it('two importers that both claim a file are a question to the reader, not a guess', () => {
    expect(readEvidence(sourceFile('a.json', '{}'), [claimer('one'), claimer('two', 'one')])).toMatchObject({
      importer: null, facts: [], diagnostics: [{ kind: 'ambiguous', en: 'a.json fits several formats (one, two), and it is not clear which to read it as. Put the parts into separate files and take them in again.' }],
    });
  });

  it('importers that both mean to share a file both read it', () => {
    expect(readEvidence(sourceFile('a.json', '{}'), [claimer('one', 'two'), claimer('two', 'one')])).toEqual({ path: 'a.json', importer: 'one+two', facts: [], diagnostics: [], fragments: [] });
  });
});

describe('large files are read in time that grows with their size', () => {
  it.each([
    ['containers', 'apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: [', '{name: a},', ']}}}', 40_000, 40_001],
    ['predictors', 'apiVersion: machinelearning.seldon.io/v1\nkind: SeldonDeployment\nspec: {predictors: [', '{shadow: true},', ']}', 40_000, 2],
    ['steps', 'on: push\njobs: {a: {steps: [', `{run: "${'python make '.repeat(40)}"},`, ']}}', 5_000, 5_002],
    ['expressions', 'groups: [{name: g, rules: [', `{alert: a, expr: "${'['.repeat(9_000)}"},`, ']}]', 200, 200],
    ['objects', '', 'apiVersion: v1\nkind: Pod\n---\n', '', 30_000, 0],
  ] as const)('%s', (_, opening, item, closing, count, facts) => {
    expect(read('a.yaml', opening + item.repeat(count) + closing).facts).toHaveLength(facts);
  });
});

describe('order', () => {
  it('facts come in the order of the file, whatever order its keys have', () => {
    const reading = read('a.yml', 'jobs:\n  b: {steps: [{run: make b}]}\n  a: {steps: [{run: make a}]}\non: {push: , pull_request: }\n');

    expect(reading.facts.map((fact) => 'pointer' in fact.place && fact.place.pointer)).toEqual(['/0', '/0/jobs/b/steps/0', '/0/jobs/a/steps/0', '/0/on/push', '/0/on/pull_request']);
  });

  it('reading other files before changes nothing', () => {
    const files = formats.flatMap(samplesOf);

    const forwards = files.map((file) => readEvidence(file));
    const backwards = files.toReversed().map((file) => readEvidence(file)).toReversed();

    expect(backwards).toEqual(forwards);
  });
});
