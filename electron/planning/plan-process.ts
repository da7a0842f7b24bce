/** The process that computes plans: a solve may take long, and ratings must be answered meanwhile. */
import { computePlan } from '#assessments';
import { openParent } from '../intake/parent.ts';
import type { FromPlanner, ToPlanner } from './planner.ts';
import { createSolver, loadHighs } from './solver.ts';

const parent = openParent<ToPlanner, FromPlanner>();
const highs = loadHighs();
parent.hear((asked) => { void answer(asked).then((answered) => parent.say(answered)); });

async function answer({ id, input, seconds }: ToPlanner): Promise<FromPlanner> {
  try {
    return { id, plan: computePlan(input, createSolver(await highs, seconds)) };
  } catch (thrown) {
    return { id, failed: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
