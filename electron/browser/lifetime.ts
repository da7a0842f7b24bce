export type Waits = {
  readonly afterLastWindowMs: number;
  /** A window that was asked for may be slow to come: its browser starts. */
  readonly windowComesMs: number;
  readonly idleMs: number;
};
export const waits: Waits = { afterLastWindowMs: 10_000, windowComesMs: 60_000, idleMs: 30 * 60_000 };

export type Lifetime = { readonly windows: (open: number) => void; readonly used: () => void; readonly expect: () => void; readonly end: () => void };

/**
 * Decides when the shell has had its time: `stop` is called once the last window has been closed for a while (a reload
 * closes and opens again), or when nobody has come for half an hour. It never stops while a window is open.
 */
export function createLifetime(stop: () => void, { afterLastWindowMs, windowComesMs, idleMs }: Waits = waits): Lifetime {
  let timer = setTimeout(stop, idleMs);
  let open = 0;
  let had = false;
  const wait = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(stop, milliseconds);
  };
  return {
    windows: (now) => {
      open = now;
      had ||= open > 0;
      if (open > 0) clearTimeout(timer);
      else wait(afterLastWindowMs);
    },
    used: () => { if (open === 0) wait(had ? afterLastWindowMs : idleMs); },
    expect: () => { if (open === 0 && had) wait(windowComesMs); },
    end: () => { clearTimeout(timer); },
  };
}
