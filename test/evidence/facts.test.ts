import { type FactType, factSchema, factTypes } from '#assessments';
import { describe, expect, it, test } from 'vitest';
import type { z } from 'zod';
import { factFamilies } from '../../assessments/evidence/facts.ts';
import { aFact } from '../builders/any-fact.ts';

const types = Object.keys(factTypes) as readonly FactType[];
const fieldsOf = (type: FactType) => Object.entries(factTypes[type].shape as Readonly<Record<string, z.ZodType>>).filter(([name]) => !['type', 'place', 'also'].includes(name));

describe('fact types', () => {
  it.each(types)('%s says what it and each of its fields mean', (type) => {
    const unexplained = fieldsOf(type).filter(([, schema]) => (schema.description ?? '') === '' && schema._zod.def.type !== 'enum').map(([name]) => name);

    expect({ meaning: factTypes[type].description ?? '', unexplained }).toEqual({ meaning: expect.stringMatching(/\S/) as string, unexplained: [] });
  });

  it.each(types)('%s has a value for every field where a file says nothing', (type) => {
    expect(factSchema.safeParse(aFact(type)).error?.issues ?? []).toEqual([]);
  });

  test('each belongs to one family', () => {
    expect(Object.values(factFamilies).flatMap((family) => Object.keys(family)).sort()).toEqual([...types].sort());
  });

  test('what names a thing is a text in every type, so that checks can join', () => {
    const naming = new Set(['release', 'model', 'modelVersion', 'modelHash', 'dataset', 'datasetVersion', 'datasetHash', 'repository', 'commit', 'run', 'image', 'imageDigest', 'pipeline']);

    expect(types.flatMap((type) => fieldsOf(type).filter(([name, schema]) => naming.has(name) && kindOf(schema) !== 'string').map(([name]) => `${type} ${name}`))).toEqual([]);
  });

  test('a field that is not there, or one too many, is no fact', () => {
    const cut = Object.fromEntries(Object.entries(aFact('model.card')).filter(([name]) => name !== 'format'));

    expect([factSchema.safeParse(cut).success, factSchema.safeParse({ ...aFact('model.card'), stars: 5 }).success]).toEqual([false, false]);
  });
});

function kindOf(schema: z.ZodType): string {
  const def = schema._zod.def;
  if (def.type === 'nullable' || def.type === 'readonly') return kindOf((def as unknown as { readonly innerType: z.ZodType }).innerType);
  return def.type;
}
