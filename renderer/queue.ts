/** Runs tasks one after another in the order they were added; `idle` resolves when none is left. */
export type Queue = { readonly add: (task: () => Promise<void>) => Promise<void>; readonly idle: () => Promise<void> };

/** A queue for key presses: each sees what the one before it left, and a task that fails does not stop the next. */
export function createQueue(failed: (error: unknown) => void): Queue {
  let last: Promise<void> = Promise.resolve();
  return {
    add: (task) => {
      last = last.then(task).catch(failed);
      return last;
    },
    idle: async () => {
      for (let seen: Promise<void> | null = null; seen !== last;) {
        seen = last;
        await seen;
      }
    },
  };
}
