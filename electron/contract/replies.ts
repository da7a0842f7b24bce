/** How the API answers: a value, or what went wrong. */

/**
 * What went wrong and can be mended by the user: a kind, the place, and one plain sentence in both languages that says
 * what to do. A bug arrives only as `unexpected` with a log reference.
 */
export type Problem = {
  readonly kind: 'cancelled' | 'bad-input' | 'not-found' | 'not-an-assessment' | 'damaged' | 'newer-file' | 'locked' | 'read-only' | 'disk-full' | 'io' | 'no-identity' | 'nothing-to-undo' | 'unexpected';
  readonly place: string | null;
  readonly zh: string; readonly en: string;
  readonly reference?: string;
};
export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };
