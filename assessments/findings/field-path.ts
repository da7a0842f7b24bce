import type { ASTNode } from '@marcbachmann/cel-js';
import { type FactField, type FactFields, placeFields } from './fact-fields.ts';

/** The facts an expression may speak of, by variable: `f`, and in a join `g`. */
export type Variables = Readonly<Record<string, FactFields>>;
/** A field named in an expression, such as `f.kind` or `g.place.file`. */
export type FieldPath = { readonly variable: string; readonly segments: readonly string[]; readonly text: string; readonly field: FactField };

/** The field that a part of an expression names; null where it is anything else. */
export function fieldPath(node: ASTNode, variables: Variables): FieldPath | null {
  const segments: string[] = [];
  let at = node;
  for (let name = nameOf(at); name !== null; name = nameOf(at)) {
    segments.unshift(name);
    at = objectOf(at);
  }
  const fields = at.op === 'id' ? variables[at.args] : undefined;
  if (at.op !== 'id' || fields === undefined) return null;
  const field = fieldAt(fields, segments);
  return field === undefined ? null : { variable: at.args, segments, text: [at.args, ...segments].join('.'), field };
}

/** `f.kind` and `f["kind"]` name the same field. */
function nameOf(node: ASTNode): string | null {
  if (node.op === '.') return node.args[1];
  return node.op === '[]' && node.args[1].op === 'value' && typeof node.args[1].args === 'string' ? node.args[1].args : null;
}

function objectOf(node: ASTNode): ASTNode {
  return node.op === '.' || node.op === '[]' ? node.args[0] : node;
}

function fieldAt(fields: FactFields, [name, ...rest]: readonly string[]): FactField | undefined {
  const field = name === undefined ? undefined : fields[name];
  if (field === undefined || rest.length === 0) return field;
  return field.cel === 'Place' ? fieldAt(placeFields, rest) : undefined;
}

/** The value at a path of a fact; undefined where there is none. */
export function valueAt(value: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((at, segment) => (typeof at === 'object' && at !== null && Object.hasOwn(at, segment) ? (at as Readonly<Record<string, unknown>>)[segment] : undefined), value);
}
