import { type Fact, type FactOf, type FactType, completeFacts, readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';
import { samplesOf } from '../samples.ts';

const read = (path: string, text: string) => readEvidence(sourceFile(path, text));
const json = (path: string, value: unknown) => read(path, JSON.stringify(value));
const only = <Type extends FactType>(facts: readonly Fact[], type: Type): readonly FactOf<Type>[] => facts.filter((fact): fact is FactOf<Type> & Fact => fact.type === type);
/** What facts say, without where. */
const said = (facts: readonly Fact[]) => facts.map(({ place: _place, also: _also, ...rest }) => rest);

describe('one form, three ways of writing it', () => {
  const yaml = 'promotion_id: P-1\nfrom_stage: shadow\nto_stage: canary\nmodel: fraud 3.4.2\nrelease_bundle: AIREL-FRAUD-2026-018\nrequired_controls: [alert, review]\ndecision: promote\nexpiry: 2026-09-30\n';
  const json = '{"promotionCard": {"promotionId": "P-1", "fromStage": "shadow", "toStage": "canary", "model": "fraud 3.4.2", "releaseBundle": "AIREL-FRAUD-2026-018", "requiredControls": ["alert", "review"], "decision": "promote", "expiry": "2026-09-30"}}';
  const table = '| Field | Value |\n|---|---|\n| Promotion ID | P-1 |\n| From stage | shadow |\n| To stage | canary |\n| Model | fraud 3.4.2 |\n| Release bundle | AIREL-FRAUD-2026-018 |\n| Required controls | alert, review |\n| **Decision** | promote |\n| Expiry | 2026-09-30 |\n';
  const list = '# Promotion\n\n- promotion_id: P-1\n- from_stage: shadow\n- to_stage: canary\n- model: fraud 3.4.2\n- release bundle: AIREL-FRAUD-2026-018\n- required controls: alert, review\n- decision: promote\n- expiry: 2026-09-30\n';
  const byKey = (facts: readonly object[]) => facts.map((fact) => JSON.stringify(Object.entries(fact).sort())).sort();

  it.each([['JSON', 'a.json', json], ['a Markdown table', 'a.md', table], ['a Markdown list', 'a.md', list]])('%s says what YAML says', (_, path, text) => {
    const expected = said(read('a.yaml', yaml).facts);

    expect(expected).toHaveLength(2);
    expect(byKey(said(read(path, text).facts))).toEqual(byKey(expected));
  });

  it('every value keeps the place it was written at', () => {
    expect(only(read('a.yaml', yaml).facts, 'gate.decision')[0]?.place).toEqual({ file: 'a.yaml', pointer: '/0/decision' });
    expect(only(read('a.json', json).facts, 'gate.decision')[0]?.place).toEqual({ file: 'a.json', pointer: '/promotionCard/decision' });
    expect(only(read('a.md', table).facts, 'gate.decision')[0]?.place).toEqual({ file: 'a.md', lines: [9, 9] });
  });
});

describe('form is not substance', () => {
  it('a decision that is still a list to choose from decides nothing', () => {
    expect(only(read('a.yaml', 'promotion_id: P-1\nmodel: m 1.0\nbaseline: TBD\ndecision: go / limited go / no-go\n').facts, 'gate.decision')).toMatchObject([{ decision: 'undecided', written: 'go / limited go / no-go', baseline: null, placeholders: 1 }]);
  });

  it('a role holder under Approval has approved nothing, an answer has', () => {
    const memo = '# Gate memo\n## Decision\n- decision: Go\n- release_id: R-1\n## Conditions\n- none\n## Approval\n- Business owner: Director\n- Compliance: approved for canary\n- Security: TBD\n- Data Owner: rejected\n';

    expect(only(read('a.md', memo).facts, 'approval').map(({ role, approved, approver, mode }) => [role, approved, approver, mode])).toEqual([['business', null, 'Director', 'unstated'], ['compliance', true, null, 'person'], ['data-owner', false, null, 'person']]);
    expect(only(read('a.md', memo).facts, 'gate.decision')).toMatchObject([{ approvingRoles: ['business', 'compliance'], criteria: 0, criteriaMet: null }]);
  });

  it('elided hashes are no hashes', () => {
    const bundle = 'release_id: R-1\nrepo_commit: 9f2c81a\nserving_image: r/a@sha256:4b7...\nartifact_hash: c55a...\nrollback_target: TBD\n';

    expect(only(read('a.yaml', bundle).facts, 'release.bundle')).toMatchObject([{ commit: '9f2c81a', modelHash: null, imagesPinned: false, hashesWhole: false, rollbackTarget: null, placeholders: 3, blocks: ['code'] }]);
  });

  it('empty sections of a binder are missing', () => {
    const binder = '# 证据册\n\n| 章节 | 制品 |\n|---|---|\n| 01 范围 | 用例卡 |\n| 02 架构 | 待补充 |\n| 03 数据 | |\n| 04 构建 | CI 报告 |\n';

    expect(only(read('a.md', binder).facts, 'evidence.binder')).toMatchObject([{ sections: ['01 范围', '02 架构', '03 数据', '04 构建'], filled: ['01 范围', '04 构建'], missing: ['02 架构', '03 数据'], placeholders: 2 }]);
  });

  it('a promotion gate that is waived is told apart from one that is not mentioned', () => {
    const trigger = (rule: string) => only(read('a.yaml', `trigger_id: T-1\ntrigger_condition: data drift\ncandidate_action: retrain\nowner: lead\n${rule}`).facts, 'retrain.trigger').map(({ gated, automatic, kind, fired }) => ({ gated, automatic, kind, fired }));

    expect([trigger('release_rule: automatic, no gate'), trigger('release_rule: requires full Tier 1 gate'), trigger('')]).toEqual([
      [{ gated: false, automatic: true, kind: 'drift', fired: false }], [{ gated: true, automatic: false, kind: 'drift', fired: false }], [{ gated: null, automatic: false, kind: 'drift', fired: false }],
    ]);
  });
});

describe('contradictions that the records of a release carry', () => {
  const found = (...paths: readonly string[]) => completeFacts(samplesOf('release-playbook').filter(({ path }) => paths.includes(path)).map((file) => readEvidence(file))).facts.flatMap((fact) => (fact.type === 'contradiction' ? [[fact.kind, fact.about]] : []));

  it('a go beside failed criteria, a pass against its threshold', () => {
    expect(found('gate-memo-go-against-criteria.yaml')).toEqual([['approved-against-criteria', 'AIREL-CREDIT-2026-003'], ['passed-against-threshold', 'AIREL-CREDIT-2026-003 Critical unsupported claim']]);
  });

  it('data approved although a check failed', () => {
    expect(found('validation-card.md')).toContainEqual(['approved-against-criteria', expect.any(String)]);
  });

  it('training data used for evaluation', () => {
    expect(found('release-bundle.json')).toEqual([['evaluated-on-training-data', 'AIREL-FRAUD-2026-018']]);
  });

  it('a bundle and the memo about it that agree carry none', () => {
    expect(found('release-bundle.yaml', 'gate-memo.md')).toEqual([]);
  });
});

it('what stands in brackets is one condition', () => {
  expect(only(json('a.json', { promotion_id: 'P', model: 'm 1.0', baseline: 'b', decision: 'go', required_controls: 'alert (p95, errors), review、rollback' }).facts, 'gate.decision')[0]?.conditions).toEqual(['alert (p95, errors)', 'review', 'rollback']);
});

describe('recognition', () => {
  it.each([
    ['an MLflow experiment', 'meta.yaml', 'experiment_id: "0"\nname: Default\nartifact_location: mlruns/0\nlifecycle_stage: active\n'],
    ['a workflow', '.github/workflows/a.yml', 'on: push\njobs: {a: {steps: [{run: make}]}}\n'],
    ['a Kubernetes object', 'a.yaml', 'apiVersion: v1\nkind: ConfigMap\ndata: {decision: go, release_id: R-1, approval: x, scope: y}\n'],
    ['notes that speak of a release', 'a.md', '# Release\n\n- release_id: R-1\n- decision: go\n'],
    ['a table of fields', 'a.md', '| Field | Description |\n|---|---|\n| id | number |\n| name | text |\n| age | years |\n'],
    ['steps without owners', 'a.md', '| Step | Action |\n|---|---|\n| 1 | a |\n| 2 | b |\n'],
    ['JSON null', 'a.json', 'null'],
  ])('%s is not meant', (_, path, text) => {
    expect(read(path, text).importer ?? '').not.toContain('release-playbook');
  });

  it.each([['digits', '1'], ['commas', 'a,'], ['brackets', '(,'], ['spaces', ' '], ['slashes', 'go/ ']])('values of many %s are read in time that grows with their length', (_, sign) => {
    const value = sign.repeat(1_000_000 / sign.length);
    const fields = ['decision', 'risk_tier', 'required_controls', 'model', 'expiry', 'traffic', 'duration', 'exit_decision', 'entry_condition', 'monitored_metrics', 'promotion_id'];

    expect(json('a.json', Object.fromEntries(fields.map((name) => [name, value]))).importer).toBe('release-playbook');
  });

  it('long files are read in time that grows with their length', () => {
    const rows = '| 1 | owner | do it | log |\n'.repeat(20_000);
    const list = JSON.stringify({ release_id: 'R', steps: [], x: Array.from({ length: 50_000 }, () => ({ a: '1,2,(3' })) });

    expect(only(read('a.md', `| Step | Owner | Action | Evidence |\n|---|---|---|---|\n${rows}`).facts, 'runbook')).toMatchObject([{ steps: 20_000 }]);
    expect(read('a.json', list).facts).toEqual([]);
    expect(read('a.md', `# Gate memo\n- decision: go\n- release_id: R\n- scope: ${'('.repeat(100_000)}\n## Conditions\n- ${'a,('.repeat(30_000)}\n`).facts).not.toEqual([]);
  });
});
