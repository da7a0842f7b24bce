import type { Told } from '../contract.ts';

/** The part of the API that a shell forwards to: anything from outside may be asked, every answer is a reply. */
export type Answering = {
  readonly answer: (method: unknown, input: unknown) => Promise<unknown>;
  readonly listen: (told: (event: Told) => void) => () => void;
};
