import type { Answering } from './answering.ts';

/** The API as several windows share it; `isOpen` says whether a window is still there. */
export type SharedApi = { readonly answer: (window: string, method: unknown, input: unknown) => Promise<unknown> };

/**
 * An assessment that several windows show is closed when the last of them leaves it: going home in one window must not
 * take it from under the other. A window shows what it has read the catalogue of, as each does first.
 */
export function shareAssessments(api: Pick<Answering, 'answer'>, isOpen: (window: string) => boolean): SharedApi {
  const shown = new Map<string, Set<string>>();
  return {
    answer: (window, method, input) => {
      const assessment = assessmentIn(input);
      if (assessment === undefined) return api.answer(method, input);

      const windows = shown.get(assessment) ?? new Set();
      if (method === 'readCatalogue') shown.set(assessment, windows.add(window));
      if (method !== 'closeAssessment') return api.answer(method, input);

      windows.delete(window);
      if ([...windows].some(isOpen)) return Promise.resolve({ ok: true, value: null });
      shown.delete(assessment);
      return api.answer(method, input);
    },
  };
}

function assessmentIn(input: unknown): string | undefined {
  const assessment = typeof input === 'object' && input !== null && 'assessment' in input ? input.assessment : undefined;
  return typeof assessment === 'string' ? assessment : undefined;
}
