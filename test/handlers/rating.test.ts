import { describe, expect, test } from 'vitest';
import type { Change, Input } from '#contract';
import { importFrom, newAssessment, openTestApi, valueOf, type TestApi } from '../builders/api.ts';

const rate = (api: TestApi, assessment: string, more: Partial<Input<'rate'>> = {}) =>
  api.call('rate', { assessment, requirements: ['2.2.3-L1-1'], value: 'F', confidence: 'high', rationale: '', accepted: [], ...more });
const seen = ({ requirements }: Change) => requirements.map(({ requirement, mine, others, final }) => [requirement, mine?.value ?? null, others.map(({ value }) => value), final.value]);

describe('rating', () => {
  test('is saved when answered, with the requirement as it now stands and the new score', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);

    const change = valueOf(await rate(api, assessment));
    const score = valueOf(await api.call('readScore', { assessment }));

    expect([seen(change), change.revision, change.savedAt, change.undo]).toEqual([[['2.2.3-L1-1', 'F', [], 'F']], score.revision, score.savedAt, { batch: change.undo?.batch, what: 'rating.set', requirement: '2.2.3-L1-1', count: 1 }]);
    expect([change.result.overall.assessed, score.result]).toEqual([1, change.result]);
    expect(api.told.at(-1)).toEqual({ kind: 'changed', assessment, revision: change.revision });
  });

  test('survives closing and opening, and the file is whole then', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    valueOf(await rate(api, assessment, { rationale: '查看了九月的更新单' }));
    valueOf(await api.call('closeAssessment', { assessment }));

    const card = valueOf(await api.call('start', {})).recent[0]!;
    const again = valueOf(await api.call('openAssessment', { file: card.file }));
    const score = valueOf(await api.call('readScore', { assessment: again.assessment }));

    expect([card.name, card.organisation, card.assessed, card.problem]).toEqual(['示例银行 – 风控模型 v3.4.maturity', '示例银行', 1, null]);
    expect(score.requirements.find(({ requirement }) => requirement === '2.2.3-L1-1')?.mine).toMatchObject({ value: 'F', rationale: '查看了九月的更新单', author: { name: '李明' } });
    expect([score.undo, valueOf(await api.call('verify', { assessment: again.assessment })).ok]).toEqual([null, true]);
  });

  test('of several requirements is one step back and one step forward', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    valueOf(await rate(api, assessment, { requirements: ['2.2.3-L1-1', '2.2.3-L2-1'], value: 'L' }));

    const undone = valueOf(await api.call('undo', { assessment }));
    const redone = valueOf(await api.call('redo', { assessment }));

    expect([seen(undone), undone.undo, undone.redo?.count]).toEqual([[['2.2.3-L1-1', null, [], null], ['2.2.3-L2-1', null, [], null]], null, 2]);
    expect([seen(redone), redone.redo]).toEqual([[['2.2.3-L1-1', 'L', [], 'L'], ['2.2.3-L2-1', 'L', [], 'L']], null]);
    expect(redone.requirements[0]?.history.map(({ what, value, undone: gone }) => [what, value, gone])).toEqual([['rated', 'L', false]]);
    expect(await api.call('redo', { assessment })).toMatchObject({ ok: false, problem: { kind: 'nothing-to-undo' } });
  });

  test('as not applicable needs a reason, and only requirements of the pack can be rated', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);

    const replies = [await rate(api, assessment, { value: 'NA', rationale: ' ' }), await rate(api, assessment, { requirements: ['2.2.3-L1-1', '9.9.9-L1-1'] }), await rate(api, assessment, { value: 'NA', rationale: '不做在线服务' })];

    expect(replies.map((reply) => (reply.ok ? 'ok' : [reply.problem.kind, reply.problem.place]))).toEqual([['bad-input', '2.2.3-L1-1'], ['not-found', '9.9.9-L1-1'], 'ok']);
  });

  test('keeps which checks were accepted, each with its own requirement', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const checks = valueOf(await api.call('readCatalogue', { assessment })).groups.flatMap(({ requirements }) => requirements).filter(({ id }) => id === '2.2.2-L2-2' || id === '2.2.3-L2-2').map((requirement) => requirement.checks[0]!.id);

    const change = valueOf(await rate(api, assessment, { requirements: ['2.2.2-L2-2', '2.2.3-L2-2'], accepted: [...checks, 'no-such-check'] }));

    expect(change.requirements.map(({ mine }) => mine?.basis)).toEqual(checks.map((check) => ({ kind: 'human', accepted: [check] })));
  });

  test('is cleared, and cleared again brings nothing back', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    valueOf(await rate(api, assessment));

    const cleared = valueOf(await api.call('clearRating', { assessment, requirements: ['2.2.3-L1-1'] }));

    expect([seen(cleared), cleared.requirements[0]?.history.map(({ what }) => what)]).toEqual([[['2.2.3-L1-1', null, [], null]], ['cleared', 'rated']]);
  });
});

describe('several assessors', () => {
  test('who differ are in dispute until the team settles it; a later rating makes the consensus stale', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api, '王敏');
    valueOf(await rate(api, assessment));
    valueOf(await api.call('setIdentity', { name: '陈涛', role: '评估师' }));

    const disputed = valueOf(await rate(api, assessment, { value: 'P' }));
    const settled = valueOf(await api.call('setConsensus', { assessment, requirement: '2.2.3-L1-1', value: 'L', rationale: '合议' }));
    const later = valueOf(await rate(api, assessment, { value: 'L' }));
    const withdrawn = valueOf(await api.call('setConsensus', { assessment, requirement: '2.2.3-L1-1', value: null, rationale: '' }));

    expect([seen(disputed), disputed.requirements[0]?.final.disputed]).toEqual([[['2.2.3-L1-1', 'P', ['F'], null]], ['P', 'F']]);
    expect([settled, later, withdrawn].map(({ requirements: [view] }) => [view?.final.value, view?.final.basis, view?.consensus?.stale ?? null])).toEqual([['L', 'consensus', false], ['L', 'consensus', true], [null, null, null]]);
    expect(valueOf(await api.call('readOverview', { assessment })).next.map(({ kind }) => kind)).toContain('disputed');
  });

  test('undo only their own', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api, '王敏');
    valueOf(await rate(api, assessment));
    valueOf(await api.call('setIdentity', { name: '陈涛', role: '评估师' }));

    expect(await api.call('undo', { assessment })).toMatchObject({ ok: false, problem: { kind: 'nothing-to-undo' } });
  });

  test('switch back to a known identity without becoming another person', async () => {
    const api = openTestApi();
    const { identity: first } = valueOf(await api.call('setIdentity', { name: '王敏', role: '主评估师' }));
    valueOf(await api.call('setIdentity', { name: '陈涛', role: '评估师' }));

    const back = valueOf(await api.call('setIdentity', { id: first.id, name: '王敏', role: '评审组长' }));

    expect([back.identity, back.identities.length, valueOf(await api.call('start', {})).identity]).toEqual([{ id: first.id, name: '王敏', role: '评审组长' }, 2, back.identity]);
  });

  test('cannot settle what nobody rated', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);

    expect(await api.call('setConsensus', { assessment, requirement: '2.2.3-L1-1', value: 'F', rationale: '' })).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
  });
});

test('a layer has ratings of its own', async () => {
  const api = openTestApi();
  const { assessment, layer } = await newAssessment(api);
  valueOf(await rate(api, assessment));

  const header = valueOf(await api.call('setLayer', { assessment, layer: 'on-site' }));
  const before = valueOf(await api.call('readScore', { assessment })).requirements.find(({ requirement }) => requirement === '2.2.3-L1-1');
  const change = valueOf(await rate(api, assessment, { value: 'P' }));

  expect([layer, header.layer, before?.mine, before?.others.map((rating) => rating.layer), change.requirements[0]?.mine?.layer, change.requirements[0]?.final]).toEqual([
    'self-assessment', 'on-site', null, ['self-assessment'], 'on-site', { requirement: '2.2.3-L1-1', value: 'P', basis: 'human', disputed: [], layer: 'on-site' },
  ]);
});

test('notes, rejections and links stay with their requirement', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const { intake } = await importFrom(api, assessment);

  valueOf(await api.call('addNote', { assessment, requirement: '2.2.3-L2-1', text: '问过运维', saidBy: '平台运维工程师' }));
  valueOf(await api.call('rejectSuggestion', { assessment, requirement: '2.2.3-L2-1', reason: '不适用于批量' }));
  const linked = valueOf(await api.call('linkEvidence', { assessment, requirement: '2.2.3-L2-1', intake, path: 'docs/模型更新规范.md', locator: { file: 'docs/模型更新规范.md', lines: [3, 5] }, stance: 'for', note: '第二条' }));
  const [view] = linked.requirements;
  const unlinked = valueOf(await api.call('unlinkEvidence', { assessment, link: view!.links[0]!.link }));
  const gone = await api.call('unlinkEvidence', { assessment, link: view!.links[0]!.link });
  const nowhere = await api.call('linkEvidence', { assessment, requirement: '2.2.3-L2-1', intake, path: 'docs/none.md', locator: null, stance: 'for', note: '' });

  expect([view?.notes.map(({ text, saidBy }) => [text, saidBy]), view?.rejected?.reason, view?.links.map(({ path, stance }) => [path, stance]), view?.history.map(({ what }) => what)]).toEqual([
    [['问过运维', '平台运维工程师']], '不适用于批量', [['docs/模型更新规范.md', 'for']], ['linked', 'rejected', 'noted'],
  ]);
  expect([unlinked.requirements.map(({ requirement, links }) => [requirement, links]), gone.ok, nowhere.ok]).toEqual([[['2.2.3-L2-1', []]], false, false]);
  expect(valueOf(await api.call('undo', { assessment })).requirements.map(({ links }) => links.length)).toEqual([1]);
  expect(valueOf(await api.call('removeEvidence', { assessment, intake, paths: ['docs/模型更新规范.md'] })).requirements.map(({ requirement }) => requirement)).toEqual(['2.2.3-L2-1']);
});
