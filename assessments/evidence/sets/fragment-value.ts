import type { Json } from '../fragment.ts';

/** A member of a fragment's value; undefined where it is not there. */
export function valueIn(value: Json, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key) ? (value as { readonly [key: string]: Json })[key] : undefined;
}

export function textIn(value: Json, key: string): string | null {
  const found = valueIn(value, key);
  return typeof found === 'string' ? found : null;
}

export function listIn(value: Json, key: string): readonly Json[] {
  const found = valueIn(value, key);
  return isList(found) ? found : [];
}

export function textsIn(value: Json, key: string): readonly string[] {
  return listIn(value, key).filter((item) => typeof item === 'string');
}

/** `Array.isArray` does not tell readonly lists. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
