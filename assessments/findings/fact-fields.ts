import type { z } from 'zod';
import { type FactType, factTypes } from '../evidence/facts.ts';

/**
 * A field of a fact as an expression sees it. All numbers are doubles, since JSON has one kind of number; a field that
 * may be null keeps its own type and is `nullable`; `values` are the only strings an enumeration can hold.
 */
export type FactField = {
  readonly cel: 'string' | 'double' | 'bool' | 'list<string>' | 'list<double>' | 'Place' | 'list<Place>';
  readonly nullable: boolean;
  readonly values: readonly string[] | null;
};
export type FactFields = Readonly<Record<string, FactField>>;

/** The field of a place that every kind of place has. */
export const placeFields: FactFields = { file: { cel: 'string', nullable: false, values: null } };

export const factTypeNames = Object.keys(factTypes) as readonly FactType[];

export function isFactType(name: string): name is FactType {
  return Object.hasOwn(factTypes, name);
}

/** The fields of a fact type, read from its schema. */
export function fieldsOf(type: FactType): FactFields {
  return Object.fromEntries(Object.entries<z.core.$ZodType>(factTypes[type].shape).map(([name, schema]) => [name, fieldOf(name, schema)]));
}

function fieldOf(name: string, schema: z.core.$ZodType): FactField {
  const { inner, nullable } = unwrap(schema);
  const def = inner._zod.def;
  const field = (cel: FactField['cel'], values: readonly string[] | null = null): FactField => ({ cel, nullable, values });
  switch (def.type) {
    case 'string': return field('string');
    case 'number': return field('double');
    case 'boolean': return field('bool');
    case 'enum': return field('string', Object.values((def as z.core.$ZodEnumDef).entries).map(String));
    case 'literal': return field('string', (def as z.core.$ZodLiteralDef<string>).values.map(String));
    case 'array': return field(listOf(fieldOf(name, (def as z.core.$ZodArrayDef).element).cel));
    case 'union': return field('Place');
    default: throw new Error(`The fact field ${name} has a schema (${def.type}) that checks cannot see.`);
  }
}

function unwrap(schema: z.core.$ZodType): { readonly inner: z.core.$ZodType; readonly nullable: boolean } {
  const def = schema._zod.def;
  if (def.type !== 'readonly' && def.type !== 'nullable') return { inner: schema, nullable: false };
  const { inner, nullable } = unwrap((def as z.core.$ZodNullableDef | z.core.$ZodReadonlyDef).innerType);
  return { inner, nullable: nullable || def.type === 'nullable' };
}

function listOf(element: FactField['cel']): FactField['cel'] {
  if (element === 'string' || element === 'double' || element === 'Place') return `list<${element}>`;
  throw new Error(`Checks cannot see lists of ${element}.`);
}
