import type { ASTNode } from '@marcbachmann/cel-js';
import { conjuncts } from './expression-parts.ts';
import { type FieldPath, type Variables, fieldPath } from './field-path.ts';

/** Fields of `f` and `g` that must be equal, pair by pair, for a join to hold, so that partners are looked up, not searched. */
export type JoinKeys = { readonly f: readonly (readonly string[])[]; readonly g: readonly (readonly string[])[] };

/** The keys of a join: all equalities between a scalar of `f` and one of `g` that every match must fulfil; null where there is none. */
export function joinKeys(condition: ASTNode, variables: Variables): JoinKeys | null {
  const keys = conjuncts(condition).flatMap((part) => equalFields(part, variables));
  return keys.length === 0 ? null : { f: keys.map(({ f }) => f), g: keys.map(({ g }) => g) };
}

function equalFields(condition: ASTNode, variables: Variables): readonly { readonly f: readonly string[]; readonly g: readonly string[] }[] {
  if (condition.op !== '==') return [];
  const [left, right] = condition.args.map((node) => fieldPath(node, variables));
  if (!isScalar(left) || !isScalar(right) || left.variable === right.variable) return [];
  const [f, g] = left.variable === 'f' ? [left, right] : [right, left];
  return [{ f: f.segments, g: g.segments }];
}

/** A text that a field of `f` must be. */
export type FieldValue = { readonly path: readonly string[]; readonly value: string };

/** The first text that a condition on `f` demands of a field, in each of its cases; null where it demands none. */
export function neededValue(condition: ASTNode, variables: Variables): FieldValue | null {
  for (const part of conjuncts(condition)) {
    const [field, value] = part.op === '==' ? part.args : [];
    const path = field === undefined ? null : fieldPath(field, variables);
    if (path !== null && path.field.cel === 'string' && value?.op === 'value' && typeof value.args === 'string') return { path: path.segments, value: value.args };
  }
  return null;
}

function isScalar(path: FieldPath | null | undefined): path is FieldPath {
  return path !== null && path !== undefined && ['string', 'double', 'bool'].includes(path.field.cel);
}
