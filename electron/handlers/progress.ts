import type { Told } from '#contract';
import type { Context } from './context.ts';

type Progress = Omit<Extract<Told, { readonly kind: 'progress' }>, 'kind' | 'job'>;

const betweenMs = 100;

/** Tells the progress of a job at most ten times a second, and always the beginning of a phase and its end. */
export function throttledProgress({ tell, surroundings }: Context, job: string): (told: Progress) => void {
  let last = 0;
  let phase: Progress['phase'] | undefined;
  return (told) => {
    const now = surroundings.now().getTime();
    if (told.phase === phase && told.done !== told.total && now - last < betweenMs) return;
    last = now;
    phase = told.phase;
    tell({ kind: 'progress', job, ...told });
  };
}
