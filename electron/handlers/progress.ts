import type { Told } from '#contract';
import type { Context } from './context.ts';

type Progress = Omit<Extract<Told, { readonly kind: 'progress' }>, 'kind' | 'job' | 'bytesPerSecond' | 'secondsLeft'>;

const betweenMs = 100;

/** Tells the progress of a job at most ten times a second, and always the beginning of a phase and its end. */
export function throttledProgress({ tell, surroundings }: Context, job: string): (told: Progress) => void {
  let last = 0;
  let phase: Progress['phase'] | undefined;
  let pace = openPace();
  return (told) => {
    const now = surroundings.now().getTime();
    if (told.phase === phase && told.done !== told.total && Math.abs(now - last) < betweenMs) return;
    if (told.phase !== phase) pace = openPace();
    last = now;
    phase = told.phase;
    tell({ kind: 'progress', job, ...told, ...pace(now, told) });
  };
}

type Pace = { readonly bytesPerSecond: number | null; readonly secondsLeft: number | null };

const windowMs = 5_000;
/** Before that a rate says more about how the work began than about how it goes on. */
const atLeastMs = 1_000;

/** The bytes a second of the last seconds, and how long the rest of the phase takes at that rate; null while it cannot be told. */
function openPace(): (now: number, told: Pick<Progress, 'bytesDone' | 'bytesTotal'>) => Pace {
  let seen: { readonly at: number; readonly bytes: number }[] = [];
  return (now, { bytesDone, bytesTotal }) => {
    // A clock that was set back makes what was seen before worthless.
    seen = [...seen.filter(({ at }) => at <= now && now - at <= windowMs), { at: now, bytes: bytesDone }];
    const first = seen[0] ?? { at: now, bytes: bytesDone };
    const bytesPerSecond = now - first.at < atLeastMs ? null : Math.round(((bytesDone - first.bytes) * 1000) / (now - first.at));
    const left = bytesTotal === null || bytesPerSecond === null || bytesPerSecond <= 0 ? null : Math.ceil((bytesTotal - bytesDone) / bytesPerSecond);
    return { bytesPerSecond, secondsLeft: left };
  };
}
