import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Language } from '#assessments';
import type { Bridge, Input, Method, Output, Problem } from '#contract';
import type { Queue } from '../queue.ts';
import type { Store } from '../store.ts';
import { textOf } from '../text/text.ts';
import type { DeskState, Scoring } from './state.ts';

/** What every command of the renderer acts on: the way to the machine, what is shown, and the order of key presses. */
export type Desk = {
  readonly bridge: Bridge; readonly store: Store<DeskState>; readonly queue: Queue;
  /** What this window keeps over a reload: which assessment and screen were shown. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
};

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

/** The desk of the page. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('no desk above this component');
  return desk;
}

/** A part of what is shown; the component draws again only when that part changes. */
export function useDeskState<Part>(pick: (state: DeskState) => Part): Part {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}

/** The language chosen; Chinese until settings are known. */
export function languageOf(state: DeskState): Language {
  return state.start?.settings.language ?? 'zh';
}

/** Calls the machine; a problem is shown as one sentence and gives null. */
export async function ask<M extends Method>(desk: Desk, method: M, input: Input<M>): Promise<Output<M> | null> {
  const reply = await desk.bridge.call(method, input);
  if (reply.ok) return reply.value;

  if (reply.problem.kind !== 'cancelled') showProblem(desk, reply.problem);
  return null;
}

let toasts = 0;

/** Shows one line for some seconds and has it read out. */
export function say(desk: Desk, text: string, tone: 'plain' | 'bad' = 'plain'): void {
  toasts += 1;
  const toast = { id: toasts, text, tone };
  desk.store.set((state) => ({ ...state, toast, announcement: text }));
}

/** Shows a problem's own sentence, with the log reference of a bug. */
export function showProblem(desk: Desk, problem: Problem): void {
  const language = languageOf(desk.store.get());
  const reference = problem.reference === undefined ? '' : textOf(language)('problem.reference', { reference: problem.reference });
  say(desk, `${problem[language]}${reference}`, 'bad');
}

export function setScoring(desk: Desk, change: Partial<Scoring>): void {
  desk.store.set((state) => ({ ...state, scoring: { ...state.scoring, ...change } }));
}
