import type { Fact } from '../facts.ts';
import type { Diagnostic } from '../file.ts';
import type { Fragment } from '../fragment.ts';
import { placeOrder } from '../place-order.ts';
import type { Assembler, Whole } from './assembler.ts';
import { assemblers } from './index.ts';

/**
 * The facts of things that lie in several files, by set and key. The order of the fragments changes nothing; fragments of
 * a set that no assembler knows say nothing.
 */
export function assembleSets(fragments: readonly Fragment[], known: readonly Assembler[] = assemblers): { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[] } {
  const bySet = Map.groupBy(fragments, ({ set }) => set);
  const assembled = [...known].sort((one, other) => compared(one.set, other.set)).flatMap(({ set, assemble }) => wholesIn(bySet.get(set) ?? []).map(assemble));
  return { facts: assembled.flatMap(({ facts }) => facts), diagnostics: assembled.flatMap(({ diagnostics }) => diagnostics) };
}

function wholesIn(fragments: readonly Fragment[]): readonly Whole[] {
  const byKey = [...Map.groupBy(fragments, ({ key }) => key)].sort(([one], [other]) => compared(one, other));
  return byKey.map(([key, own]) => wholeOf(key, own.toSorted((one, other) => compared(one.part, other.part) || compared(one.name, other.name) || placeOrder(one.place, other.place))));
}

function wholeOf(key: string, fragments: readonly Fragment[]): Whole {
  const byPart = Map.groupBy(fragments, ({ part }) => part);
  const of = (part: string): readonly Fragment[] => byPart.get(part) ?? [];
  return { key, fragments, of, one: (part, name) => of(part).find((fragment) => name === undefined || fragment.name === name) };
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
