import { expect, it } from 'vitest';
import { readEvidence } from '#assessments';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (path: string, text: string) => readEvidence(sourceFile(path, text)).facts.flatMap((fact) => (fact.type === 'test.document' ? [fact] : []));
const fenced = (...lines: readonly string[]) => ['```sh', ...lines, '```', ''].join('\n');

it('a command counts as running all where it is the usual runner without a choice, or the text says so', () => {
  const commandOf = (...lines: readonly string[]) => read('README.md', `# App\n\n## Testing\n\n${lines.join('\n')}\n`).map(({ command, everything }) => [command, everything])[0];

  expect([
    commandOf(fenced('pytest -v tests')), commandOf(fenced('python -m pytest tests/ --cov=src')), commandOf(fenced('pytest -m slow')), commandOf(fenced('pytest tests/test_api.py')),
    commandOf('Container tests:', fenced('./run_tests.sh')), commandOf('To run the whole suite:', fenced('./run_tests.sh')), commandOf(fenced('# one file', 'pytest tests/test_a.py', '# all tests', 'make test')),
  ]).toEqual([['pytest -v tests', true], ['python -m pytest tests/ --cov=src', true], ['pytest -m slow', false], ['pytest tests/test_api.py', false], ['./run_tests.sh', false], ['./run_tests.sh', true], ['make test', true]]);
});

it('cases are listed below folders, in tables with expected results, or counted by layer; files and empty templates are none', () => {
  const listed = (body: string) => read('docs/test_plan.md', `# Test plan\n\n${body}\n`).map(({ layers, cases }) => [layers, cases])[0];

  expect([
    listed('- `api` interface:\n  1. known customer\n  2. malformed request\n- `data`:\n  - labels are there'),
    listed('| ID | Area | Scenario | Expected result |\n|---|---|---|---|\n| 1 | Data | schema | passes |\n| 2 | API | health | 200 |\n| 3 | API | ready |  |'),
    listed('| Layer | Files | Count |\n|---|---|---|\n| Data | a.py | 11 |\n| API | b.py | 18 |\n| **Total** | | 29 |'),
    listed('- `docker/` images:\n  - `Dockerfile.ubuntu` Ubuntu'),
  ]).toEqual([[['api', 'data'], 3], [['Data', 'API'], 2], [['Data', 'API'], 29], undefined]);
});

it('a load test counts as reported where its section tells of a run and its numbers, not where it is a plan', () => {
  const reported = (body: string) => read('README.md', `# App\n\n## Load testing\n\n${body}\n`).flatMap((fact) => fact.reported);

  expect([reported('We tested with 50 users; the response time stayed below 240 ms.'), reported('We will test the response time with Locust.'), reported('')]).toEqual([['load'], [], []]);
});
