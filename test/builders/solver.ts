import type { Solve } from '#assessments';
import { createSolver, loadHighs } from '../../electron/planning/solver.ts';

/** The real solver, with more time than any test takes. */
export const solve: Solve = createSolver(await loadHighs(), 600);
