import type { ASTNode, ASTOperator } from '@marcbachmann/cel-js';
import { type FieldPath, type Variables, fieldPath } from './field-path.ts';

/** What a condition certainly is for the given facts; undefined where that is left to the CEL library. */
export type Certainty = (f: unknown, g?: unknown) => boolean | undefined;

/**
 * A condition as plain functions, which are some twenty times faster than the CEL library. They never guess: what would
 * be an error, a value of an unexpected kind or an operation that is not here makes the answer undefined, unless the rest
 * of the condition decides it, as it does in CEL (`false && error` is false on either side).
 */
export function certaintyOf(condition: ASTNode, variables: Variables): Certainty {
  const value = valueOf(condition, { variables, items: new Map() });
  return (f, g) => {
    const found = value(f, g);
    return typeof found === 'boolean' ? found : undefined;
  };
}

const unsure = Symbol('unsure');
type Value = (f: unknown, g: unknown) => unknown;
/** The variables of macros that stand around an expression, each with the element it is at. */
type Scope = { readonly variables: Variables; readonly items: ReadonlyMap<string, { readonly at: () => unknown }> };
type Maker<Op extends ASTOperator> = (args: Extract<ASTNode, { readonly op: Op }>['args'], scope: Scope) => Value;
type Pair = readonly [ASTNode, ASTNode];

/** Whole numbers are plain numbers here: division and remainders, where CEL tells them from fractions, are left out. */
const makers: { readonly [Op in ASTOperator]?: Maker<Op> } = {
  'value': constant, 'id': (name, { items }) => items.get(name)?.at ?? neverSure, 'list': listed,
  '&&': (pair, scope) => decided(pair, scope, false), '||': (pair, scope) => decided(pair, scope, true),
  '!_': (node, scope) => onOne(node, scope, (value) => (typeof value === 'boolean' ? !value : unsure)),
  '?:': chosen,
  '==': (pair, scope) => onTwo(pair, scope, equal),
  '!=': (pair, scope) => onTwo(pair, scope, (one, other) => { const same = equal(one, other); return same === unsure ? unsure : !same; }),
  '<': (pair, scope) => ordered(pair, scope, (one, other) => one < other), '<=': (pair, scope) => ordered(pair, scope, (one, other) => one <= other),
  '>': (pair, scope) => ordered(pair, scope, (one, other) => one > other), '>=': (pair, scope) => ordered(pair, scope, (one, other) => one >= other),
  '+': (pair, scope) => onTwo(pair, scope, (one, other) => (typeof one === 'string' && typeof other === 'string' ? one + other : isNumber(one) && isNumber(other) ? safe(one + other) : unsure)),
  '-': (pair, scope) => onTwo(pair, scope, (one, other) => (isNumber(one) && isNumber(other) ? safe(one - other) : unsure)),
  '*': (pair, scope) => onTwo(pair, scope, (one, other) => (isNumber(one) && isNumber(other) ? safe(one * other) : unsure)),
  'in': (pair, scope) => onTwo(pair, scope, (value, list) => (typeof value === 'string' && Array.isArray(list) ? list.includes(value) : unsure)),
  'call': ([name, [first]], scope) => (name === 'size' && first !== undefined ? onOne(first, scope, sizeOf) : neverSure),
  'rcall': calledOn,
};

function valueOf(node: ASTNode, scope: Scope): Value {
  const path = fieldPath(node, scope.variables);
  if (path !== null) return readAt(path);
  // The table pairs every operator with a maker for its operands; the compiler cannot follow the pair through the look-up.
  const make = makers[node.op] as ((args: ASTNode['args'], scope: Scope) => Value) | undefined;
  return make?.(node.args, scope) ?? neverSure;
}

function neverSure(): typeof unsure {
  return unsure;
}

function readAt({ variable, segments }: FieldPath): Value {
  const [name = '', inner] = segments;
  if (segments.length > 2) return neverSure;
  if (inner !== undefined) return variable === 'f' ? (f) => memberOf(memberOf(f, name), inner) : (_f, g) => memberOf(memberOf(g, name), inner);
  return variable === 'f' ? (f) => memberOf(f, name) : (_f, g) => memberOf(g, name);
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return unsure;
  const member = (value as Readonly<Record<string, unknown>>)[name];
  return member === undefined ? unsure : member;
}

function constant(value: Extract<ASTNode, { readonly op: 'value' }>['args']): Value {
  const known = typeof value === 'bigint' ? safe(Number(value)) : value;
  return () => known;
}

function listed(elements: readonly ASTNode[]): Value {
  const values = elements.map((element) => (element.op === 'value' && typeof element.args === 'string' ? element.args : null));
  return values.includes(null) ? neverSure : () => values;
}

/** `decisive` on either side decides, whatever the other is. */
function decided([left, right]: Pair, scope: Scope, decisive: boolean): Value {
  const [one, other] = [valueOf(left, scope), valueOf(right, scope)];
  return (f, g) => {
    const first = one(f, g);
    if (first === decisive) return decisive;
    const second = other(f, g);
    if (second === decisive) return decisive;
    return first === !decisive && second === !decisive ? !decisive : unsure;
  };
}

function chosen([condition, yes, no]: readonly [ASTNode, ASTNode, ASTNode], scope: Scope): Value {
  const [asked, one, other] = [valueOf(condition, scope), valueOf(yes, scope), valueOf(no, scope)];
  return (f, g) => {
    const answer = asked(f, g);
    return typeof answer === 'boolean' ? (answer ? one : other)(f, g) : unsure;
  };
}

function onOne(node: ASTNode, scope: Scope, compute: (value: unknown) => unknown): Value {
  const value = valueOf(node, scope);
  return (f, g) => compute(value(f, g));
}

function onTwo([left, right]: Pair, scope: Scope, compute: (one: unknown, other: unknown) => unknown): Value {
  const [one, other] = [valueOf(left, scope), valueOf(right, scope)];
  if (right.op === 'value' || right.op === 'list') {
    const known = other(null, null);
    return (f, g) => compute(one(f, g), known);
  }
  return (f, g) => compute(one(f, g), other(f, g));
}

/** Values of one kind, and a value that is not stated beside any. */
function equal(one: unknown, other: unknown): boolean | typeof unsure {
  if (!isPlain(one) || !isPlain(other)) return unsure;
  return typeof one === typeof other || one === null || other === null ? one === other : unsure;
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** Beyond that a number may not be the whole one that CEL has. */
function safe(value: number): number | typeof unsure {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : unsure;
}

function ordered(pair: Pair, scope: Scope, holds: (one: number | string, other: number | string) => boolean): Value {
  return onTwo(pair, scope, (one, other) => ((isNumber(one) && isNumber(other)) || (typeof one === 'string' && typeof other === 'string') ? holds(one, other) : unsure));
}

/** Of a text its signs, not its UTF-16 units. */
function sizeOf(value: unknown): number | typeof unsure {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' ? Array.from(value).length : unsure;
}

const textTests: ReadonlyMap<string, (text: string, part: string) => boolean> = new Map([
  ['contains', (text, part) => text.includes(part)], ['startsWith', (text, part) => text.startsWith(part)], ['endsWith', (text, part) => text.endsWith(part)],
]);
const textChanges: ReadonlyMap<string, (text: string) => string> = new Map([
  ['lowerAscii', (text) => text.toLowerCase()], ['upperAscii', (text) => text.toUpperCase()], ['trim', (text) => text.trim()],
]);

function calledOn([name, on, given]: readonly [string, ASTNode, readonly ASTNode[]], scope: Scope): Value {
  const [first, second] = given;
  const [test, change] = [textTests.get(name), textChanges.get(name)];
  if (test !== undefined && first !== undefined) return onTwo([on, first], scope, (text, part) => (typeof text === 'string' && typeof part === 'string' ? test(text, part) : unsure));
  if (change !== undefined) return onOne(on, scope, (text) => (typeof text === 'string' ? change(text) : unsure));
  if (name === 'size') return onOne(on, scope, sizeOf);
  if ((name === 'exists' || name === 'all') && first?.op === 'id' && second !== undefined) return quantified(on, scope, { variable: first.args, condition: second, decisive: name === 'exists' });
  return neverSure;
}

/** Whether some, or all, elements fulfil a condition: the first that decides does, whatever others are. */
function quantified(list: ASTNode, scope: Scope, { variable, condition, decisive }: { readonly variable: string; readonly condition: ASTNode; readonly decisive: boolean }): Value {
  let present: unknown = unsure;
  const elements = valueOf(list, scope);
  const holds = valueOf(condition, { ...scope, items: new Map([...scope.items, [variable, { at: () => present }]]) });
  return (f, g) => {
    const found = elements(f, g);
    if (!Array.isArray(found)) return unsure;
    let open = false;
    for (const element of found) {
      present = element;
      const held = holds(f, g);
      if (held === decisive) return decisive;
      open ||= held !== !decisive;
    }
    return open ? unsure : !decisive;
  };
}
