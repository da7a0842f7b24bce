import { type Fact, type FactOf, type FactType, factTypes } from '#assessments';
import type { z } from 'zod';

type Sketch<Type extends FactType> = Partial<Omit<FactOf<Type>, 'type' | 'place' | 'also'>> & { readonly file?: string; readonly at?: unknown };

/** A fact of any type that says only what a test names; everything else is null, empty, false or the first choice. It lies in `file` (default its type) at the root. */
export function aFact<Type extends FactType>(type: Type, { file = `${type}.yaml`, ...said }: Sketch<Type> = {}): FactOf<Type> {
  const blank = Object.entries<z.core.$ZodType>(factTypes[type].shape).map(([name, schema]) => [name, blankOf(schema)]);
  return { ...Object.fromEntries(blank), type, place: { file, pointer: '' }, also: [], ...said } as FactOf<Type>;
}

function blankOf(schema: z.core.$ZodType): unknown {
  const def = schema._zod.def;
  switch (def.type) {
    case 'nullable': return null;
    case 'array': return [];
    case 'boolean': return false;
    case 'number': return 0;
    case 'string': return '';
    case 'enum': return Object.values((def as z.core.$ZodEnumDef).entries)[0];
    case 'literal': return (def as z.core.$ZodLiteralDef<string>).values[0];
    case 'readonly': return blankOf((def as z.core.$ZodReadonlyDef).innerType);
    default: return null;
  }
}

/** The same facts in every order that a test needs to be sure that order decides nothing. */
export function reordered(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  return [facts.toReversed(), [...facts.slice(1), ...facts.slice(0, 1)]];
}
