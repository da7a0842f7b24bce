import { beforeEach, describe, expect, test } from 'vitest';
import type { Header, Input, RequirementView } from '#contract';
import { newAssessment, openTestApi, type TestApi, valueOf } from '../builders/api.ts';

let api: TestApi;
let header: Header;
beforeEach(async () => {
  api = openTestApi();
  header = await newAssessment(api);
});

const rate = async (assessment: string, value: Input<'rate'>['value'], ...requirements: readonly string[]) => valueOf(await api.call('rate', { assessment, requirements, value, confidence: 'low', rationale: value === 'NA' ? '无此业务' : '', accepted: [] }));
/** The requirements of the first sub-item of the pack, which the tests do not name: its text may change. */
const requirementsOf = async (assessment: string, nth = 0): Promise<{ readonly node: string; readonly ids: readonly string[]; readonly first: readonly string[] }> => {
  const group = valueOf(await api.call('readCatalogue', { assessment })).groups.filter(({ requirements }) => requirements.length > 0)[nth]!;
  return { node: group.id, ids: group.requirements.map(({ id }) => id), first: group.requirements.filter(({ level }) => level === 1).map(({ id }) => id) };
};

describe('asking why', () => {
  test('answers for a node and for the whole, in sentences of both languages, by the rules asked for', async () => {
    const { assessment } = header;
    const { node, first } = await requirementsOf(assessment);
    await rate(assessment, 'F', ...first);

    const { why, words } = valueOf(await api.call('readWhy', { assessment, node }));
    const whole = valueOf(await api.call('readWhy', { assessment, node: '', rules: { policy: 'threshold', rollup: 'mean', thresholdPercent: 60 } }));

    expect([why.level, why.lift?.level, why.sensitivity.map(({ requirement, doubt, lowers }) => [requirement, doubt, lowers?.to])]).toEqual([1, 2, first.map((id) => [id, 'low-confidence', 'L'])]);
    expect([whole.why.kind, whole.why.rules.policy, whole.why.rules.thresholdPercent, words.every(({ zh, en }) => zh !== '' && en !== '')]).toEqual(['whole', 'threshold', 60, true]);
  });

  test('a node the pack does not have is not found', async () => {
    expect(await api.call('readWhy', { assessment: header.assessment, node: '9.9.9' })).toMatchObject({ ok: false, problem: { kind: 'not-found', place: '9.9.9' } });
  });
});

test('the X-ray finds F without evidence, and counts by severity', async () => {
  const { assessment } = header;
  const { first } = await requirementsOf(assessment);
  await rate(assessment, 'F', first[0]!);

  const { findings, counts } = valueOf(await api.call('readXray', { assessment }));

  expect([findings.filter(({ severity }) => severity === 'error').map(({ kind, requirement }) => [kind, requirement]), counts.error]).toEqual([[['f-without-evidence', first[0]]], 1]);
});

describe('the rules of an assessment', () => {
  test('are set as one step, count at once, and are taken back by undo', async () => {
    const { assessment } = header;
    const { node } = await requirementsOf(assessment);
    const rules = { policy: 'threshold', rollup: 'mean', thresholdPercent: 70, quotaPercent: 80, weights: { [node]: 3 }, targets: { '': 4, [node]: 2 } } as const;

    const change = valueOf(await api.call('setRules', { assessment, rules }));
    const after = valueOf(await api.call('readScore', { assessment }));
    await api.call('undo', { assessment });
    const undone = valueOf(await api.call('readScore', { assessment }));

    expect([change.result.rules, after.header.rules, after.header.targets]).toEqual([{ policy: 'threshold', rollup: 'mean', thresholdPercent: 70, quotaPercent: 80, weights: { [node]: 3 } }, change.result.rules, { '': 4, [node]: 2 }]);
    expect([undone.header.rules, undone.header.targets]).toEqual([header.rules, header.targets]);
  });

  test('a target of a node is taken back by leaving it out', async () => {
    const { assessment } = header;
    const { node } = await requirementsOf(assessment);
    await api.call('setRules', { assessment, rules: { ...header.rules, targets: { ...header.targets, [node]: 5 } } });
    await api.call('setRules', { assessment, rules: { ...header.rules, targets: header.targets } });

    expect(valueOf(await api.call('readScore', { assessment })).header.targets).toEqual(header.targets);
  });

  test('name nodes of the pack, and keep within their bounds', async () => {
    const { assessment } = header;
    const set = async (more: object) => api.answer('setRules', { assessment, rules: { ...header.rules, targets: {}, ...more } });

    expect([await set({ targets: { '9.9.9': 3 } }), await set({ weights: { '9.9.9': 2 } }), await set({ quotaPercent: 0 }), await set({ thresholdPercent: 84.5 })]).toMatchObject([
      { ok: false, problem: { kind: 'not-found', place: '9.9.9' } }, { ok: false, problem: { kind: 'not-found' } }, { ok: false, problem: { kind: 'bad-input' } }, { ok: false, problem: { kind: 'bad-input' } },
    ]);
  });
});

describe('milestones', () => {
  test('keep the levels as they were, whatever is rated afterwards', async () => {
    const { assessment } = header;
    const { node, first } = await requirementsOf(assessment);
    await rate(assessment, 'F', ...first);
    await api.call('addMilestone', { assessment, name: '初评' });
    await rate(assessment, 'P', first[0]!);

    const { milestones, now } = valueOf(await api.call('listMilestones', { assessment }));
    const { comparison, words } = valueOf(await api.call('compareMilestones', { assessment, from: milestones[0]!.milestone, to: null }));

    expect([milestones.map(({ name, overall }) => [name, overall.assessed]), now.overall.assessed, milestones[0]!.domains.length > 0]).toEqual([[['初评', first.length]], first.length, true]);
    expect([comparison.nodes.find((one) => one.node === node)?.causes?.ratings, comparison.dropped, comparison.ratings.map(({ direction }) => direction)]).toEqual([[first[0]], [node], ['lowered']]);
    expect(words[0]?.zh.startsWith('总体')).toBe(true);
  });

  test('have names of their own, and are never undone', async () => {
    const { assessment } = header;
    await api.call('addMilestone', { assessment, name: '初评' });

    expect(await api.call('addMilestone', { assessment, name: ' 初评 ' })).toMatchObject({ ok: false, problem: { kind: 'bad-input', place: '初评' } });
    expect(await api.call('compareMilestones', { assessment, from: 'none', to: null })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    await api.call('undo', { assessment });
    expect(valueOf(await api.call('listMilestones', { assessment })).milestones.map(({ name }) => name)).toEqual(['初评']);
  });
});

describe('the next assessment', () => {
  const carriedOf = async (assessment: string, id: string): Promise<RequirementView['carried']> => valueOf(await api.call('readScore', { assessment })).requirements.find(({ requirement }) => requirement === id)!.carried;

  test('carries ratings over to be confirmed, which counts for nothing before', async () => {
    const { assessment } = header;
    const { node, first, ids } = await requirementsOf(assessment);
    await rate(assessment, 'F', ...first);
    await rate(assessment, 'NA', ids.at(-1)!);

    const next = valueOf(await api.call('cloneAssessment', { assessment, project: '风控模型 2027', scope: '在线评分', window: { from: '2027-01-01', to: null } }));
    const before = valueOf(await api.call('readScore', { assessment: next.assessment }));
    const carried = await carriedOf(next.assessment, first[0]!);
    const confirmed = valueOf(await api.call('confirmCarried', { assessment: next.assessment, requirements: first }));

    expect([next.assessment === assessment, next.project, next.window, next.targets, before.result.overall.assessed]).toEqual([false, '风控模型 2027', { from: '2027-01-01', to: null }, header.targets, 0]);
    expect([carried?.value, carried?.confirmed, carried?.reworded, carried?.from]).toMatchObject(['F', false, false, { assessment: header.id, raters: ['李明'] }]);
    expect([confirmed.result.nodes.find(({ id }) => id === node)?.level, confirmed.requirements.every(({ carried: one }) => one?.confirmed === true)]).toEqual([1, true]);
    expect(valueOf(await api.call('readXray', { assessment: next.assessment })).findings.filter(({ kind }) => kind === 'not-confirmed').map(({ requirement }) => requirement)).toEqual([ids.at(-1)]);
  });

  test('says when there is nothing left to confirm', async () => {
    expect(await api.call('confirmCarried', { assessment: header.assessment, requirements: null })).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
  });

  test('is compared with the one before by its file, which stays as it is', async () => {
    const { assessment } = header;
    const { node, first } = await requirementsOf(assessment);
    await rate(assessment, 'F', ...first);
    const next = valueOf(await api.call('cloneAssessment', { assessment, project: '风控模型 2027', scope: '', window: { from: null, to: null } }));
    const path = api.fileOf(assessment)!;

    const open = valueOf(await api.call('compareWithFile', { assessment: next.assessment, file: api.choose(path) }));
    await api.call('closeAssessment', { assessment });
    const closed = valueOf(await api.call('compareWithFile', { assessment: next.assessment, file: api.choose(path) }));

    expect(open.comparison.dropped).toEqual([node]);
    expect(closed).toEqual(open);
    expect(await api.call('compareWithFile', { assessment: next.assessment, file: api.choose(`${path}.gone`) })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });
});
