import type { Fact } from '../facts.ts';
import type { Diagnostic } from '../file.ts';
import type { Fragment } from '../fragment.ts';

/** Makes facts of the fragments of one key of a set. Pure; the order in which files were read must not matter. */
export type Assembler = {
  readonly set: string;
  readonly assemble: (whole: Whole) => { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[] };
};

/** All fragments of one key, sorted by part, name and place; never empty. */
export type Whole = {
  readonly key: string;
  readonly fragments: readonly Fragment[];
  /** The fragments of a part, sorted by name. */
  readonly of: (part: string) => readonly Fragment[];
  /** The first fragment of a part, and of a name where one is given. */
  readonly one: (part: string, name?: string) => Fragment | undefined;
};
