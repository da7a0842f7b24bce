import { z } from 'zod';
import { finalRatings, ok, planningSchema, ratingValues, rulesOf, whatIf, type Scenario } from '#assessments';
import type { PlanQuestion, PlanView, Reply, ScenarioView } from '#contract';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { cancellable } from './jobs.ts';
import { withAuthor, withSession } from './opened.ts';
import { planOf, settingsOf } from './plan.ts';
import { refused } from './problems.ts';
import { record, savedState } from './record.ts';
import type { Session } from './session.ts';

const assessment = z.string().max(64);
const id = z.string().min(1).max(100);
const level = z.int().min(1).max(5);
const name = z.string().trim().min(1).max(200);
const assumed = z.array(z.strictObject({ requirement: id, value: z.enum(ratingValues) }).readonly()).max(5_000).readonly();
const planning = planningSchema.extend({ must: z.array(id).max(1_000).readonly(), never: z.array(id).max(1_000).readonly() });
const { must, never, budget, capacity, roleCapacity, start, deadline } = planning.shape;
const question: z.ZodType<PlanQuestion> = z.strictObject({
  must: must.exactOptional(), never: never.exactOptional(), budget: budget.exactOptional(), capacity: capacity.exactOptional(), roleCapacity: roleCapacity.exactOptional(), start: start.exactOptional(), deadline: deadline.exactOptional(),
  targets: z.record(z.string().max(100), level).readonly().exactOptional(), curve: z.boolean().exactOptional(), alternatives: z.int().min(0).max(5).exactOptional(),
}).readonly();

export const plans: Feature<'readPlan' | 'setPlanning' | 'setAction' | 'saveScenario' | 'removeScenario'> = {
  readPlan: {
    input: z.strictObject({ assessment, question: question.exactOptional(), job: z.string().min(1).max(64).exactOptional() }),
    run: (input, context) => withSession(context, input.assessment, (session) => readPlan(context, session, input.question ?? {}, input.job)),
  },

  setPlanning: {
    input: z.strictObject({ assessment, planning }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const stranger = [...input.planning.must, ...input.planning.never].find((one) => !isAction(session, one));
      if (stranger !== undefined) return refused('no-planned-action', stranger);
      return record(context, session, author, [{ type: 'planning.set', payload: input.planning }]);
    }),
  },

  setAction: {
    input: z.strictObject({ assessment, action: id, owner: name.nullable(), due: z.iso.date().nullable(), status: z.enum(['open', 'doing', 'done']) }),
    run: ({ assessment: handle, ...work }, context) => withAuthor(context, handle, (session, author) =>
      (isAction(session, work.action) ? record(context, session, author, [{ type: 'action.changed', payload: work }]) : refused('no-planned-action', work.action))),
  },

  saveScenario: {
    input: z.strictObject({ assessment, name, actions: z.array(id).max(1_000).readonly(), ratings: assumed, scenario: z.uuid().exactOptional() }),
    run: ({ assessment: handle, scenario: given, ...said }, context) => withAuthor(context, handle, (session, author) => {
      if (given !== undefined && !isScenario(session, given)) return refused('no-scenario', given);
      const scenario = given ?? context.surroundings.newId();
      const { value } = record(context, session, author, [{ type: 'scenario.saved', payload: { ...said, scenario } }]);
      return ok({ ...value, scenario });
    }),
  },

  removeScenario: {
    input: z.strictObject({ assessment, scenario: z.uuid() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) =>
      (isScenario(session, input.scenario) ? record(context, session, author, [{ type: 'scenario.removed', payload: { scenario: input.scenario } }]) : refused('no-scenario', input.scenario))),
  },
};

function isAction({ pack }: Session, action: string): boolean {
  return pack.actions.some((one) => one.id === action);
}

function isScenario({ store }: Session, scenario: string): boolean {
  return store.state().scenarios.some((one) => one.scenario === scenario);
}

function readPlan(context: Context, session: Session, asked: PlanQuestion, job: string | undefined): Promise<Reply<PlanView>> {
  const state = session.store.state();
  const saved = savedState(session);
  return cancellable(context, job, session.closing, async (signal) => {
    const plan = await planOf(session, asked, signal);
    return ok({ ...saved, header: session.header(), plan, settings: settingsOf(state, settingsIn(asked)), work: state.work, scenarios: state.scenarios.map((scenario) => scenarioView(session, scenario)) });
  });
}

function settingsIn({ targets: _targets, curve: _curve, alternatives: _alternatives, ...settings }: PlanQuestion) {
  return settings;
}

/** The levels of the whole and of every node under the scenario's assumptions. */
function scenarioView({ pack, store }: Session, scenario: Scenario): ScenarioView {
  const state = store.state();
  const { overall, nodes } = whatIf({ pack, finals: finalRatings(pack, state), rules: rulesOf(state), targets: state.targets, actions: scenario.actions, ratings: scenario.ratings });
  const chosen = new Set(scenario.actions);
  const likely = pack.actions.filter(({ id: action }) => chosen.has(action)).reduce((sum, { effort }) => sum + Math.round(100 * effort.likely), 0) / 100;
  return { ...scenario, likely, levels: [{ node: '', level: overall.level, grade: overall.grade }, ...nodes.map(({ id: node, level: at, grade }) => ({ node, level: at, grade }))] };
}
