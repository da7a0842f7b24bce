import { type Fact, fact } from '../facts.ts';
import type { Assembler } from './assembler.ts';
import { isList } from './fragment-value.ts';

/** Copies of one MLmodel, told by its id, as one model: the first file counts, the others are named. */
export const mlflowModelSet: Assembler = {
  set: 'mlflow-model',
  assemble: ({ fragments }) => {
    const [first, ...others] = fragments;
    const also = others.map(({ place }) => place).slice(0, 50);
    const facts = first === undefined || !isList(first.value) ? [] : first.value.flatMap((value): readonly Fact[] => {
      const parsed = fact.safeParse(value);
      return parsed.success ? [{ ...parsed.data, also }] : [];
    });
    return { facts, diagnostics: [] };
  },
};
