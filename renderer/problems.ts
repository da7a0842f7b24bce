import type { Problem } from '#contract';
import { en } from './text/en.ts';
import { zh } from './text/zh.ts';

/** A problem the renderer itself met (the shell cannot be reached), in both languages like every other. */
export function ownProblem(kind: Problem['kind'], key: 'bridge.stopped' | 'bridge.refused' | 'bridge.upload'): Problem {
  return { kind, place: null, zh: zh[key], en: en[key] };
}
