import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['statistics of a run', 'stats.json', '[]', 'helm'],
  ['an empty list under another name', 'list.json', '[]', null],
  ['statistics of something else', 'stats.json', '[{"name": "a", "count": 1, "sum": 2}]', null],
  ['a specification of something else', 'run_spec.json', '{"name": "a", "scenario_spec": {}}', null],
  ['a table of something else', 't.json', '[{"title": "a", "header": [{"value": "Name"}, {"value": "Age"}], "rows": []}]', null],
  ['a specification that was cut off', 'run_spec.json', '{"name": "mmlu", "scenario_spec": {', null],
  ['a log of training behind another line', 'out.log', 'x\n0: :::MLLOG {"key": "run_start", "value": null, "time_ms": 1}\n', 'mlperf'],
  ['a session of a runner', 'log.txt', '00023.362 session: m-session-start-id[20220921134602]\n', null],
  ['a page about MLPerf', 'a.txt', 'MLPerf Results Summary is a file.\n', null],
  ['a submitter of something else', 'a.json', '{"submitter": "a", "division": "b", "status": "c"}', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});
