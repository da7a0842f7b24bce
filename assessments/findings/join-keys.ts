import type { ASTNode } from '@marcbachmann/cel-js';
import { type FieldPath, type Variables, fieldPath } from './field-path.ts';

/** Fields of `f` and `g` that must be equal for a join to hold, so that partners are looked up, not searched. */
export type JoinKeys = { readonly f: readonly string[]; readonly g: readonly string[] };

/** The keys of a join: the first equality between a scalar of `f` and one of `g` that every match must fulfil; else null. */
export function joinKeys(ast: ASTNode, variables: Variables): JoinKeys | null {
  if (ast.op === '&&') return joinKeys(ast.args[0], variables) ?? joinKeys(ast.args[1], variables);
  if (ast.op !== '==') return null;
  const [left, right] = ast.args.map((node) => fieldPath(node, variables));
  if (!isScalar(left) || !isScalar(right) || left.variable === right.variable) return null;
  const [f, g] = left.variable === 'f' ? [left, right] : [right, left];
  return { f: f.segments, g: g.segments };
}

function isScalar(path: FieldPath | null | undefined): path is FieldPath {
  return path !== null && path !== undefined && ['string', 'double', 'bool'].includes(path.field.cel);
}
