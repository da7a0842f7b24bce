import { readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (value: unknown) => readEvidence(sourceFile('policy.json', JSON.stringify(value)));
const ruleset = { name: 'main', enforcement: 'active', conditions: { ref_name: { include: ['~ALL'], exclude: [] } }, rules: [{ type: 'deletion' }] };

describe('what is a branch policy', () => {
  it.each([
    ['a ruleset', ruleset, true],
    ['a list of rulesets', [ruleset, ruleset], true],
    ['a list with something else in it', [ruleset, { name: 'x' }], false],
    ['a ruleset without conditions', { ...ruleset, conditions: null }, false],
    ['a message about a rule', { action: 'created', ...ruleset }, false],
    ['an empty list', [], false],
    ['branches without protection', { branches: [{ name: 'main' }] }, false],
  ])('%s: %s', (_name, value, expected) => {
    expect(read(value).importer === 'branch-policy').toBe(expected);
  });
});

it('a rule that is active and asks for nobody says so', () => {
  const rules = [{ type: 'pull_request', parameters: { required_approving_review_count: 0 } }];

  expect(read({ ...ruleset, rules }).facts).toMatchObject([{ enforced: true, requestRequired: true, approvals: 0, codeOwnerReview: false, adminsIncluded: null }]);
});
