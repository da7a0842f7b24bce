import type { ASTNode } from '@marcbachmann/cel-js';
import { type Variables, fieldPath } from './field-path.ts';

/** The parts an expression is made of, one step down. */
export function parts(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value': case 'id': return [];
    case '!_': case '-_': return [node.args];
    case '.': case '.?': return [node.args[0]];
    case 'map': return node.args.flat();
    case 'call': return node.args[1];
    case 'rcall': return [node.args[1], ...node.args[2]];
    default: return node.args;
  }
}

/** The conditions that must all hold for a condition to hold: where one is false, so is the whole, even if another fails. */
export function conjuncts(node: ASTNode): readonly ASTNode[] {
  return node.op === '&&' ? node.args.flatMap(conjuncts) : [node];
}

/** Whether a variable stands anywhere in an expression. */
export function speaksOf(node: ASTNode, variable: string): boolean {
  return node.op === 'id' ? node.args === variable : parts(node).some((part) => speaksOf(part, variable));
}

/** The paths of all fields of a variable that an expression reads; null where it speaks of the variable in another way. */
export function fieldsRead(node: ASTNode, variable: string, variables: Variables): readonly (readonly string[])[] | null {
  const path = fieldPath(node, variables);
  if (path !== null) return path.variable === variable ? [path.segments] : [];
  if (node.op === 'id') return node.args === variable ? null : [];
  const read = parts(node).map((part) => fieldsRead(part, variable, variables));
  return read.includes(null) ? null : read.flatMap((paths) => paths ?? []);
}
