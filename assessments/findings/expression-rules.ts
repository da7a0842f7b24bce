import type { ASTNode } from '@marcbachmann/cel-js';
import type { Blanks } from '../catalogue/problem.ts';
import { parts } from './expression-parts.ts';
import { type FieldPath, type Variables, fieldPath } from './field-path.ts';

export type ExpressionFault = { readonly kind: 'expression-function' | 'expression-nesting' | 'expression-shadow' | 'unknown-value' | 'unguarded-null'; readonly blanks: Blanks };

/**
 * What an expression may call. Packs may come from strangers, so nothing is here whose time grows faster than its input
 * (no `matches`), that makes text longer (no `bind`) or that hides a type (`dyn`); `has` is left out because every field
 * of a fact is always there, so that it would only hide a typo.
 */
const functions = ['size', 'int', 'double', 'string'];
const methods = ['contains', 'startsWith', 'endsWith', 'lowerAscii', 'upperAscii', 'trim', 'size'];
const macros = ['all', 'exists', 'exists_one', 'filter', 'map'];
const callable = [...new Set([...functions, ...methods, ...macros])].join(', ');
/** A macro inside a macro is as much as a check over one fact needs; each further one multiplies its time. */
const deepestMacros = 2;

type Walk = { readonly variables: Variables; readonly certain: ReadonlySet<string>; readonly macros: number };

/** The faults of a well-typed expression: calls that are not allowed, values a field never takes, nulls not thought of. */
export function expressionFaults(ast: ASTNode, variables: Variables): readonly ExpressionFault[] {
  return faults(ast, { variables, certain: new Set(), macros: 0 });
}

function faults(node: ASTNode, walk: Walk): readonly ExpressionFault[] {
  const path = fieldPath(node, walk.variables);
  if (path === null) return operationFaults(node, walk);
  return maybeNull(path, walk) ? [{ kind: 'unguarded-null', blanks: { field: path.text } }] : [];
}

function operationFaults(node: ASTNode, walk: Walk): readonly ExpressionFault[] {
  switch (node.op) {
    case '==': case '!=': return compared(node.args, walk);
    case 'in': return looksIn(node.args, walk);
    case '&&': case '||': case '?:': return branches(node, walk);
    case 'call': case 'rcall': return called(node, walk);
    default: return parts(node).flatMap((part) => faults(part, walk));
  }
}

function maybeNull({ field, text }: FieldPath, { certain }: Walk): boolean {
  return field.nullable && !certain.has(text);
}

/** A path may be null where it is only compared with something that is not. */
function unlessPath(node: ASTNode, walk: Walk): readonly ExpressionFault[] {
  return fieldPath(node, walk.variables) === null ? faults(node, walk) : [];
}

/** Two fields that both may be null are equal where neither is stated, which is never what a join means. */
function compared([left, right]: readonly [ASTNode, ASTNode], walk: Walk): readonly ExpressionFault[] {
  const open = [left, right].flatMap((node) => fieldPath(node, walk.variables) ?? []).filter((path) => maybeNull(path, walk));
  const [first] = open;
  if (first !== undefined && open.length === 2) return [{ kind: 'unguarded-null', blanks: { field: first.text } }];
  return [...neverTaken(left, [right], walk), ...neverTaken(right, [left], walk), ...unlessPath(left, walk), ...unlessPath(right, walk)];
}

function looksIn([value, list]: readonly [ASTNode, ASTNode], walk: Walk): readonly ExpressionFault[] {
  const listed = list.op === 'list' ? list.args : [];
  return [...neverTaken(value, listed, walk), ...unlessPath(value, walk), ...faults(list, walk)];
}

function neverTaken(node: ASTNode, others: readonly ASTNode[], { variables }: Walk): readonly ExpressionFault[] {
  const path = fieldPath(node, variables);
  const values = path?.field.values ?? null;
  if (path === null || values === null) return [];
  return others.flatMap((other): readonly ExpressionFault[] => {
    if (other.op !== 'value' || typeof other.args !== 'string' || values.includes(other.args)) return [];
    return [{ kind: 'unknown-value', blanks: { field: path.text, value: other.args, known: values.join(', ') } }];
  });
}

function branches(node: Extract<ASTNode, { op: '&&' | '||' | '?:' }>, walk: Walk): readonly ExpressionFault[] {
  const [first, second] = node.args;
  const knowing = (part: ASTNode, truth: boolean): readonly ExpressionFault[] =>
    faults(part, { ...walk, certain: new Set([...walk.certain, ...certainAfter(first, truth, walk.variables)]) });
  const last = node.op === '?:' ? knowing(node.args[2], false) : [];
  return [...faults(first, walk), ...knowing(second, node.op !== '||'), ...last];
}

/** The fields that cannot be null once a condition is known to be true, or false. */
function certainAfter(node: ASTNode, truth: boolean, variables: Variables): readonly string[] {
  switch (node.op) {
    case '!_': return certainAfter(node.args, !truth, variables);
    case '&&': return truth ? node.args.flatMap((part) => certainAfter(part, true, variables)) : [];
    case '||': return truth ? [] : node.args.flatMap((part) => certainAfter(part, false, variables));
    case '!=': return certainAfterEqual(node.args, !truth, variables);
    case '==': return certainAfterEqual(node.args, truth, variables);
    default: return [];
  }
}

function certainAfterEqual([left, right]: readonly [ASTNode, ASTNode], equal: boolean, variables: Variables): readonly string[] {
  const [value, other] = left.op === 'value' ? [left, right] : [right, left];
  if (value.op !== 'value') return [];
  const path = fieldPath(other, variables);
  return path !== null && equal === (value.args !== null) ? [path.text] : [];
}

function called(node: Extract<ASTNode, { op: 'call' | 'rcall' }>, walk: Walk): readonly ExpressionFault[] {
  const [name] = node.args;
  if (node.op === 'rcall' && macros.includes(name)) return macro(node, walk);
  const known = (node.op === 'call' ? functions : methods).includes(name);
  if (!known) return [{ kind: 'expression-function', blanks: { name, known: callable } }];
  return parts(node).flatMap((part) => faults(part, walk));
}

function macro(node: Extract<ASTNode, { op: 'rcall' }>, walk: Walk): readonly ExpressionFault[] {
  const [, list, [variable, ...bodies]] = node.args;
  const depth = walk.macros + 1;
  if (depth > deepestMacros) return [{ kind: 'expression-nesting', blanks: { limit: deepestMacros } }];
  if (variable?.op === 'id' && Object.hasOwn(walk.variables, variable.args)) return [{ kind: 'expression-shadow', blanks: { name: variable.args } }];
  return [list, ...bodies].flatMap((part) => faults(part, { ...walk, macros: depth }));
}
