import { setImmediate } from 'node:timers/promises';

/** Lets the process answer (cancel, progress) during long synchronous work; throws the signal's reason once cancelled. */
export type Breathe = () => Promise<void> | undefined;

const milliseconds = 20;

/** Gives a function to be awaited between two steps; it pauses only where the last pause was a while ago. */
export function breathing(signal: AbortSignal): Breathe {
  let last = performance.now();
  return () => {
    if (performance.now() - last < milliseconds) {
      signal.throwIfAborted();
      return undefined;
    }
    return setImmediate().then(() => {
      last = performance.now();
      signal.throwIfAborted();
    });
  };
}
