import { readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (path: string, text: string) => readEvidence(sourceFile(path, text));

describe('what asks something of a change', () => {
  it.each([
    ['.github/CODEOWNERS', '* @a\n', true],
    ['CODEOWNERS', '# nobody\n', false],
    ['docs/pull_request_template/big.md', '- [ ] tests\n', true],
    ['.gitlab/merge_request_templates/Default.md', 'text\n', true],
    ['.github/ISSUE_TEMPLATE/bug.md', '---\nname: Bug\nabout: x\n---\ntext\n', true],
    ['.github/ISSUE_TEMPLATE/config.yml', 'blank_issues_enabled: false\n', false],
    ['body.yaml', 'name: x\nbody: [{type: input}]\n', false],
    ['dependabot.yml', 'version: 2\nupdates: []\n', false],
    ['OWNERS_ALIASES', 'aliases: {a: [b]}\n', false],
    ['cookiecutter.json', '{"template": "x", "commit": "y"}', false],
  ])('%s with %j: %s', (path, text, expected) => {
    expect(read(path, text).importer === 'change-control').toBe(expected);
  });
});

it('a template that asks for nothing has nothing to tick', () => {
  expect(read('PULL_REQUEST_TEMPLATE.md', '<!-- run the tests -->\nThanks!\n').facts).toMatchObject([{ type: 'review.rule', items: 0, topics: [] }]);
});

it('people who own code are counted and never named', () => {
  const { facts } = read('OWNERS', 'approvers: [alice-example]\nreviewers: [bob-example]\n');

  expect(JSON.stringify(facts)).not.toMatch(/alice|bob/);
  expect(facts).toMatchObject([{ owners: 2 }]);
});
