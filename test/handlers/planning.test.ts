import { describe, expect, test } from 'vitest';
import type { PlanView } from '#contract';
import { newAssessment, openTestApi, valueOf, type TestApi } from '../builders/api.ts';

const limits = { must: [], never: [], budget: null, capacity: null, roleCapacity: {}, start: null, deadline: null } as const;

async function opened(): Promise<{ readonly api: TestApi; readonly assessment: string; readonly plan: (question?: object) => Promise<PlanView> }> {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  return { api, assessment, plan: async (question) => valueOf(await api.call('readPlan', question === undefined ? { assessment } : { assessment, question })) };
}

describe('the plan of an assessment', () => {
  test('is the proven optimum for its target, with its settings, and changes with the question put', async () => {
    const { plan } = await opened();

    const own = await plan();
    const asked = await plan({ targets: { '': 1 }, capacity: 50, start: '2027-Q2', curve: true });

    expect([own.plan.provenOptimal, own.plan.method, own.plan.target, own.plan.levels.after, own.settings]).toEqual([true, 'optimum', 3, 3, limits]);
    expect([asked.plan.levels.after, asked.plan.waves?.start, asked.plan.curve.find(({ node, level }) => node === '' && level === 1)?.effort?.likely === asked.plan.effort.likely, asked.settings]).toEqual([1, '2027-Q2', true, { ...limits, capacity: 50, start: '2027-Q2' }]);
    expect(asked.plan.effort.likely).toBeLessThan(own.plan.effort.likely);
  });

  test('heeds what was set for it, is undone like anything else, and can be cancelled and asked again', async () => {
    const { api, assessment, plan } = await opened();
    const planning = { ...limits, budget: 30, must: [(await plan({ targets: { '': 1 } })).plan.actions[0]?.action ?? ''] };

    valueOf(await api.call('setPlanning', { assessment, planning }));
    const limited = await plan({ targets: { '': 1 } });
    valueOf(await api.call('undo', { assessment }));

    expect([limited.settings, limited.plan.effort.likely <= 30, limited.plan.obstacles.map(({ kind }) => kind), limited.plan.actions.some(({ action }) => action === planning.must[0])]).toEqual([planning, true, ['budget'], true]);
    expect((await plan({ targets: { '': 1 } })).settings).toEqual(limits);

    const asked = api.call('readPlan', { assessment, question: { curve: true }, job: 'plan' });
    await api.call('cancel', { job: 'plan' });

    expect(await asked).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
    expect((await plan({ targets: { '': 2 } })).plan.provenOptimal).toBe(true);
  });
});

describe('what people say about a plan', () => {
  test('an action has owner, due day and status, and done it costs nothing more; scenarios are saved by name with the levels they would give, saved over, and removed', async () => {
    const { api, assessment, plan } = await opened();
    const question = { targets: { '': 1 } };
    const before = await plan(question);
    const first = before.plan.actions[0]?.action ?? '';

    valueOf(await api.call('setAction', { assessment, action: first, owner: '王工', due: '2027-03-31', status: 'doing' }));
    const doing = await plan(question);
    valueOf(await api.call('setAction', { assessment, action: first, owner: '王工', due: '2027-03-31', status: 'done' }));
    const done = await plan(question);

    expect([doing.work, done.work]).toEqual([[{ action: first, owner: '王工', due: '2027-03-31', status: 'doing' }], [{ action: first, owner: '王工', due: '2027-03-31', status: 'done' }]]);
    expect(done.plan.effort.likely).toBeLessThan(doing.plan.effort.likely);

    const actions = before.plan.actions.map(({ action }) => action);
    const { scenario } = valueOf(await api.call('saveScenario', { assessment, name: '先到一级', actions, ratings: [] }));

    const saved = (await plan(question)).scenarios;
    valueOf(await api.call('saveScenario', { assessment, scenario, name: '什么也不做', actions: [], ratings: [] }));
    const over = (await plan(question)).scenarios;
    valueOf(await api.call('removeScenario', { assessment, scenario }));

    expect(saved.map(({ name, levels }) => [name, levels[0]])).toEqual([['先到一级', { node: '', level: 1, grade: '1' }]]);
    expect(over.map(({ name, levels, likely }) => [name, levels[0]?.level, likely])).toEqual([['什么也不做', 0, 0]]);
    expect((await plan(question)).scenarios).toEqual([]);
  });
});

test('what the pack or the assessment does not have is not found', async () => {
  const { api, assessment } = await opened();
  const scenario = '0199d000-0000-7000-8000-999999999999';

  const replies = [
    await api.call('setPlanning', { assessment, planning: { ...limits, never: ['GONE'] } }), await api.call('setAction', { assessment, action: 'GONE', owner: null, due: null, status: 'open' }),
    await api.call('saveScenario', { assessment, scenario, name: 'x', actions: [], ratings: [] }), await api.call('removeScenario', { assessment, scenario }),
  ];

  expect(replies.map((reply) => (reply.ok ? 'done' : [reply.problem.kind, reply.problem.place]))).toEqual([['not-found', 'GONE'], ['not-found', 'GONE'], ['not-found', scenario], ['not-found', scenario]]);
});
