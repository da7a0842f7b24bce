const minute = 60_000;
const megabyte = 1_000_000;
const gibibyte = 1024 ** 3;

/** Every bound of the browser shell, each held by a test that names it (test/browser/limits.test.ts). */
export const limits = {
  /** What a connection may cost before its request is known: all headers together, their number, and the time for them to arrive. */
  headerBytes: 16_384, headers: 64, headersMs: 5_000,
  connections: 256, keepAliveMs: 5_000,
  /** The time a whole request may take to arrive: a large upload from a slow disk. */
  requestMs: 10 * minute,
  /** The body of a request that carries no token. */
  strangerBodyBytes: 4_096, strangerBodyMs: 5_000,
  callBytes: 4 * megabyte,
  /** What may wait for a window that does not take its events; the stream is closed beyond it. */
  waitingBytes: 4 * megabyte,
  /** Windows at a time: a browser has six connections to a host; each window keeps one for its events and may need another for an import or a report. */
  windows: 3, streams: 16,
  /** Launch codes that wait to be used and for how long; keys of windows, and how long one is good without its window. */
  codes: 8, codeMs: 30 * minute, tokens: 32, tokenMs: 30 * minute,
  /** How long a window that has closed still counts as open for the others: it may be loaded again. */
  reloadMs: 5_000,
  /** Wrong keys are answered at once up to a number, then later and later. */
  freeTries: 3, longestWaitMs: 2_000,
  /** Uploads under way at a time, how long one may stand still, and what one may hold; intake has bounds of its own. */
  uploads: 16, uploadIdleMs: 30 * minute, fileBytes: 2 * gibibyte, totalBytes: 8 * gibibyte, files: 200_000, pathLength: 4_096,
  /** How long a started program waits for another one to answer that may be running. */
  handOverMs: 3_000,
} as const;

/** The same with other figures: tests reach a bound sooner. */
export type Limits = { readonly [Name in keyof typeof limits]: number };
