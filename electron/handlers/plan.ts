import { computePlan, finalRatings, openSettings, rulesOf, type AssessmentState, type Pack, type Plan, type PlanningInput, type PlanSettings, type Solve } from '#assessments';
import type { PlanQuestion } from '#contract';
import { type Planner, createPlanner } from '../planning/planner.ts';
import { unlessAborted } from './jobs.ts';
import type { Session } from './session.ts';

/** What the plan of an assessment is computed from: what it says itself, with a question put over it. */
function planningInput(pack: Pack, state: AssessmentState, { targets, curve = false, alternatives = 0, ...settings }: PlanQuestion = {}): PlanningInput {
  return {
    pack, finals: finalRatings(pack, state), rules: rulesOf(state), targets: targets ?? state.targets, settings: settingsOf(state, settings),
    work: state.work, asOf: state.lastEventAt, seed: state.assessment, curve, alternatives,
  };
}

export function settingsOf({ planning }: AssessmentState, settings: Partial<PlanSettings>): PlanSettings {
  return { ...openSettings, ...planning, ...settings };
}

/** The plan, computed on this thread: for commands, which answer nobody meanwhile. */
export function planNow(session: Session, solve: Solve, question: PlanQuestion = {}): Plan {
  return computePlan(planningInput(session.pack, session.store.state(), question), solve);
}

type Held = { readonly planner: Planner; readonly plans: Map<string, Promise<Plan>> };
const held = new WeakMap<Session, Held>();
/** How many plans are kept: the assessment's own, and the last few questions. */
const kept = 6;

/** The plan, computed in a process of its own; kept until something is recorded. Throws the signal's reason as soon as it is aborted. */
export function planOf(session: Session, question: PlanQuestion, signal: AbortSignal): Promise<Plan> {
  return unlessAborted(sharedPlan(session, question, signal), AbortSignal.any([signal, session.closing]));
}

function sharedPlan(session: Session, question: PlanQuestion, signal: AbortSignal): Promise<Plan> {
  const { planner, plans } = heldFor(session);
  const key = JSON.stringify([session.store.revision(), session.pack.hash, question]);
  const known = plans.get(key);
  // Whoever asked first may have given up; that is not for the others to suffer.
  if (known !== undefined) return known.catch((thrown: unknown) => { if (signal.aborted || session.closing.aborted || !isAbort(thrown)) throw thrown; return sharedPlan(session, question, signal); });
  const plan = planner.ask(planningInput(session.pack, session.store.state(), question), AbortSignal.any([signal, session.closing]));
  plans.set(key, plan);
  plan.catch(() => { plans.delete(key); });
  for (const old of [...plans.keys()].slice(0, -kept)) plans.delete(old);
  return plan;
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}

function heldFor(session: Session): Held {
  const known = held.get(session);
  if (known !== undefined) return known;
  const made: Held = { planner: createPlanner(), plans: new Map() };
  held.set(session, made);
  session.closing.addEventListener('abort', made.planner.close, { once: true });
  return made;
}
