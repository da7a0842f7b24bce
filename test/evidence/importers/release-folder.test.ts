import { type Fact, type FactOf, type FactType, readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const folder = 'releases/2026-06-01/';
const read = (path: string, text: string) => readEvidence(sourceFile(path, text));
const json = (path: string, value: unknown) => read(path, JSON.stringify(value));
const only = <Type extends FactType>(facts: readonly Fact[], type: Type): readonly FactOf<Type>[] => facts.filter((fact): fact is FactOf<Type> & Fact => fact.type === type);

describe('an approval', () => {
  const record = { approval_id: 'a-1', approved: true, approver: 'risk board', rationale: 'meets all', decision_mode: 'review' };

  it.each([
    ['a person in a review', {}, { mode: 'person', approved: true, criteriaRecorded: false, criteriaMet: null, overridden: false }],
    ['a program by a flag', { approver: 'automated_ci', decision_mode: 'automated' }, { mode: 'program', channel: 'automated' }],
    ['a person by chat', { approver: 'human_via_slack', decision_mode: 'slack_approval' }, { mode: 'person', channel: 'slack_approval' }],
    ['nobody it names', { approver: null, decision_mode: null }, { mode: 'unstated' }],
    ['against its criteria', { criteria_met: false, failed_criteria: ['Risk'] }, { criteriaRecorded: true, criteriaMet: false, failedCriteria: ['Risk'], overridden: true }],
    ['by checks that all passed', { threshold_checks: { Accuracy: true, Bias: true } }, { criteriaRecorded: true, criteriaMet: true, failedCriteria: [] }],
    ['with criteria left empty', { threshold_checks: {}, failed_criteria: [] }, { criteriaRecorded: false, criteriaMet: null }],
    ['a refusal', { approved: false, criteria_met: false }, { approved: false, overridden: false }],
    ['an override in words', { rationale: 'Human override after review' }, { overridden: true }],
    ['of a model that is not named', { model_id: 'unknown' }, { model: null, of: 'model' }],
    ['until a date', { timestamp: '2026-06-01T08:00:00Z', expires_at: '2026-09-30' }, { decidedAt: '2026-06-01T08:00:00Z', expiresAt: '2026-09-30' }],
  ])('%s', (_, said, expected) => {
    expect(only(json(`${folder}approval.json`, { ...record, ...said }).facts, 'approval')).toMatchObject([{ release: '2026-06-01', ...expected }]);
  });

  it('keeps the address of an endpoint without account and query', () => {
    expect(json(`${folder}approval.json`, { ...record, deployment_url: 'https://me:secret@score.example.com/v1?key=1' }).fragments).toMatchObject([{ set: 'release-folder', key: 'releases/2026-06-01', part: 'approval', value: { route: 'https://score.example.com/v1' } }]);
  });
});

describe('an evaluation', () => {
  const evaluation = (fairness: object, metrics: object = { accuracy: '0.9', nested: { '0.1': { f1: 1 } } }) => json(`${folder}evaluation.json`, { metrics, fairness: { bias_flag: false, protected_attributes_checked: ['AGE'], ...fairness } }).facts;

  it('counts values, also where they are written as text, and no table inside them', () => {
    expect(only(evaluation({}), 'eval.metric').map(({ metric, value, kind }) => [metric, value, kind])).toEqual([['accuracy', 0.9, 'quality']]);
    expect(only(evaluation({}, {}), 'eval.run')).toMatchObject([{ metrics: 0, empty: true, biasFlag: false }]);
  });

  it('tells groups one by one only while they are groups', () => {
    const byGroup = (count: number) => ({ fairness_metrics: { AGE: { accuracy_by_group: Object.fromEntries(Array.from({ length: count }, (_none, index) => [`g${index}`, 0.5])) } } });

    expect([50, 51].map((count) => only(evaluation(byGroup(count)), 'eval.metric').filter(({ slice }) => slice !== null).length)).toEqual([50, 0]);
    expect(only(evaluation(byGroup(2)), 'eval.metric')).toContainEqual(expect.objectContaining({ metric: 'accuracy', slice: 'AGE=g1', value: 0.5 }));
  });
});

describe('a monitoring plan', () => {
  const plan = (said: object) => only(json(`${folder}monitoring.json`, { plan_id: 'p', model_id: 'credit', monitoring_frequency: { drift: 'daily' }, alert_thresholds: { drift: 0.15 }, response_procedures: { drift: 'retrain the model' }, responsible_parties: { owner: 'team' }, ...said }).facts, 'monitoring.plan');

  it('names its model, or says that it does not', () => {
    expect([plan({}), plan({ model_id: 'unknown' }), plan({ model_id: '' })].flat().map(({ model, modelNamed, placeholders }) => [model, modelNamed, placeholders])).toEqual([['credit', true, 0], [null, false, 1], [null, false, 1]]);
  });

  it('says who watches, who is told, and what happens', () => {
    expect(plan({ responsible_parties: { monitoring_owner: 'team', escalation_contact: 'TBD' } })).toMatchObject([{ owner: 'team', escalation: false, retrains: true, responses: 1, watched: ['drift daily'], thresholds: ['drift=0.15'] }]);
  });
});

describe('a page about a commit', () => {
  it('is read without the author', () => {
    const reading = read(`${folder}git.md`, '# Git\n\n**Commit SHA:** 9f2c81a\n\n**Date:** 2026-06-01 08:00:00\n\n**Author:** Somebody <somebody@example.com>\n\n**Repository:** https://user@github.com/example/credit.git\n\n**Message:** fix #12\n');

    expect(only(reading.facts, 'code.revision')).toMatchObject([{ release: '2026-06-01', commit: '9f2c81a', commitWhole: false, repository: 'github.com/example/credit', title: 'fix #12', request: '#12', branch: null, at: '2026-06-01T08:00:00' }]);
    expect(JSON.stringify(reading)).not.toMatch(/somebody/i);
  });

  it('is short: a guide that shows the same words is an example', () => {
    expect(read('docs/guide.md', `# Git\n\n**Commit:** 9f2c81a\n\n**Date:** 2026-06-01\n${'text\n'.repeat(200)}`).facts).toEqual([]);
  });
});

describe('a list of packages that a script wrote', () => {
  const packages = [{ name: 'scikit-learn', version: '1.6.1' }, { name: 'brotli', version: '1.1.0', license: 'MIT' }];

  it('is read also where it is wrapped twice', () => {
    const expected = [{ format: 'home-made', components: 2, versioned: 2, licensed: 1, frameworks: ['scikit-learn==1.6.1'] }];

    expect(only(json('sbom.json', { artifacts: packages, source: { type: 'python' } }).facts, 'sbom.document')).toMatchObject(expected);
    expect(only(json('sbom.json', { artifacts: { artifacts: packages }, source: { type: 'python' } }).facts, 'sbom.document')).toMatchObject(expected);
  });

  it('is none where a tool with a format of its own wrote it', () => {
    expect(json('a.json', { artifacts: packages, source: {}, descriptor: { name: 'syft' }, schema: {} }).importer).not.toBe('release-folder');
  });
});

describe('an incident', () => {
  it.each([
    ['a mapping', '{"incident_id": "1", "severity": "high", "description": "data drift"}', 1],
    ['a list in a mapping', '{"incidents": [{"incident_id": "1", "severity": "high", "description": "x"}]}', 1],
    ['lines', '{"incident_id": "1", "severity": "high", "description": "x"}\n{"incident_id": "2", "severity": "low", "description": "y"}\n', 2],
    ['something else in the list', '[{"incident_id": "1", "severity": "high", "description": "x"}, {"a": 1}]', 0],
  ])('%s', (_, text, count) => {
    expect(only(read('incidents.json', text).facts, 'incident')).toHaveLength(count);
  });
});

describe('the folder a record lies in', () => {
  it.each([
    ['releases/1.0/a.json', '1.0'], ['docs/releases/cf52cd4e-5bc2-45e9-b24d-ad5f2902829f/a.json', 'cf52cd4e-5bc2-45e9-b24d-ad5f2902829f'], ['any/AIREL-FRAUD-2026-018/a.json', 'AIREL-FRAUD-2026-018'],
    ['docs/a.json', null], ['releases/a.json', null], ['a.json', null],
  ])('%s belongs to release %s', (path, release) => {
    expect(only(json(path, { approval_id: 'a', approved: true, approver: 'x', rationale: 'y' }).facts, 'approval')).toMatchObject([{ release }]);
  });
});
