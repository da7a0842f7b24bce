import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

it.each([
  ['a configuration of an attack', 'a.yaml', 'prompts: ["{{ q }}"]\ntargets: [http]\nredteam: {numTests: 5}\n', 'promptfoo'],
  ['prompts without anything to ask', 'a.yaml', 'prompts: [a]\nproviders: [b]\n', null],
  ['prompts without a provider', 'a.yaml', 'prompts: [a]\ntests: []\n', null],
  ['prompts of something else', 'a.yaml', 'prompts: [{text: a}]\nproviders: [b]\ntests: []\n', null],
  ['a table of results', 'a.csv', 'question,[openai:gpt-4o] Answer\nHow?,[PASS] (1.00) ok\nWhere?,"[FAIL] (0.00) no\nidea"\n', 'promptfoo'],
  ['a table whose cells give no verdict', 'a.csv', 'question,[openai:gpt-4o] Answer\nHow?,ok\n', null],
  ['a table with brackets and no row', 'a.csv', 'question,[openai:gpt-4o] Answer\n', null],
  ['results of something else', 'a.json', '{"results": {"results": [], "stats": {}}, "config": {}}', null],
  ['results that were cut off', 'a.json', '{"evalId": "e", "results": {"version": 3', null],
] as const)('%s', (_, path, text, importer) => {
  expect(readEvidence(sourceFile(path, text)).importer).toBe(importer);
});

it('tests in a file of their own are not counted as none', () => {
  const text = 'prompts: ["Hi {{ name | upper }}"]\nproviders: [b]\ntests: cases.csv\n';

  expect(readEvidence(sourceFile('a.yaml', text)).facts).toMatchObject([{ type: 'prompt.version', prompt: 'Hi {{ name | upper }}', variables: ['name'], tests: null, described: false }]);
});
