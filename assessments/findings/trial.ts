import type { Environment } from '@marcbachmann/cel-js';
import type { Expression } from './cel.ts';
import type { FactField, FactFields } from './fact-fields.ts';
import { placeFields } from './fact-fields.ts';
import type { Variables } from './field-path.ts';

/**
 * Why an expression whose types are sound would still fail in the environment that runs it: a function that is not
 * there, an operator that only lends a type. Null where it runs; what depends on the values of a fact is not judged.
 */
export function failsWhenRun(source: string, run: Expression, environment: Environment, variables: Variables): string | null {
  const { valid, error } = environment.check(source);
  if (!valid) return error?.summary ?? '?';
  for (const stated of [true, false]) {
    const reason = trial(run, example(variables['f'] ?? {}, stated), example(variables['g'] ?? {}, stated));
    if (reason !== null) return reason;
  }
  return null;
}

/** Overloads that are missing do not depend on values; divisions, indexes and conversions do. */
function trial(run: Expression, f: unknown, g: unknown): string | null {
  try {
    const result = run({ f, g });
    return typeof result === 'boolean' ? null : `${typeof result} is not bool`;
  } catch (error) {
    const reason = error instanceof Error && 'summary' in error ? String(error.summary) : String(error);
    return /overload|for type checking only/u.test(reason) ? reason : null;
  }
}

/** A fact with a value in every field, or with none where a field may have none. */
function example(fields: FactFields, stated: boolean): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.nullable && !stated ? null : exampleOf(field)]));
}

function exampleOf({ cel, values }: FactField): unknown {
  const one = { string: values?.[0] ?? '1', double: 1, bool: true, get Place() { return example(placeFields, true); } } as const;
  switch (cel) {
    case 'list<string>': return [one.string];
    case 'list<double>': return [one.double];
    case 'list<Place>': return [one.Place];
    default: return one[cel];
  }
}
