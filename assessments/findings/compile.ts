import type { Check, Pack } from '../catalogue/pack.ts';
import { type Blanks, type CatalogueProblem, type CatalogueProblemKind, catalogueProblem } from '../catalogue/problem.ts';
import type { FactType } from '../evidence/facts.ts';
import type { Bilingual } from '../language.ts';
import { type Result, fail, ok } from '../result.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import { type CompiledExpression, type Condition, type ExpressionCompiler, type ExpressionProblem, expressionCompiler, knownExpressionCompiler } from './expression.ts';
import { conjuncts, fieldsRead, speaksOf } from './expression-parts.ts';
import type { Path } from './fact-index.ts';
import { factTypeNames, fieldsOf, isFactType } from './fact-fields.ts';
import { type FieldValue, type JoinKeys, joinKeys, neededValue } from './join-keys.ts';
import { blanksOf, sentenceBlanks } from './sentence.ts';

/**
 * A check ready to run. `where` null matches every fact of the type; `only`: a value without which it is false, so that
 * facts with it are looked up.
 */
export type CompiledCheck = {
  readonly check: Check;
  readonly type: FactType;
  readonly where: Condition | null; readonly only: FieldValue | null;
  readonly join: CompiledJoin | null;
};
/**
 * A join ready to run. `own` are the parts that speak of `g` alone: where one is false, `g` is no partner of any fact.
 * `reads` are the fields it reads of either; null where they cannot be told.
 */
export type CompiledJoin = {
  readonly type: FactType; readonly on: Condition; readonly keys: JoinKeys | null; readonly own: readonly Certainty[];
  readonly reads: { readonly f: readonly Path[]; readonly g: readonly Path[] } | null;
};
/** The checks of a pack, type-checked against the facts and ready to run, in the pack's order. */
export type CheckProgram = { readonly requirements: readonly { readonly requirement: string; readonly checks: readonly CompiledCheck[] }[] };

/**
 * Compiles every check of a pack: fact types, fields and their types, allowed calls, blanks of the sentences. Fails with
 * all problems; each names its requirement, its pointer starts there.
 */
export function compileChecks(pack: Pack): Result<CheckProgram, readonly CatalogueProblem[]> {
  const compile = expressionCompiler();
  const problems: CatalogueProblem[] = [];
  const requirements = pack.groups.flatMap((group) => group.requirements).map(({ id: requirement, checks }) => ({
    requirement,
    checks: checks.flatMap((check, index) => {
      const found: Fault[] = [...sentenceFaults(check)];
      const compiled = compileCheck(check, compile, found);
      problems.push(...found.map(({ kind, pointer, blanks }) => catalogueProblem(kind, { requirement, pointer: `/checks/${index}${pointer}` }, { check: check.id, ...blanks })));
      return compiled === null ? [] : [compiled];
    }),
  }));
  return problems.length > 0 ? fail(problems) : ok({ requirements });
}

/** The same for a pack whose checks are known to compile, as those that the build prepared: each is only read, when it is first asked for. */
export function knownChecks(pack: Pack): CheckProgram {
  const compile = knownExpressionCompiler();
  return {
    requirements: pack.groups.flatMap((group) => group.requirements).map(({ id: requirement, checks }) => {
      let compiled: readonly CompiledCheck[] | undefined;
      return { requirement, get checks() { return (compiled ??= checks.flatMap((check) => compileCheck(check, compile, []) ?? [])); } };
    }),
  };
}

type Fault = { readonly kind: CatalogueProblemKind; readonly pointer: string; readonly blanks: Blanks };

function compileCheck(check: Check, compile: ExpressionCompiler, found: Fault[]): CompiledCheck | null {
  const type = check.fact;
  if (!isFactType(type)) { found.push(unknownType(type, '/fact')); return null; }

  found.push(...distinctFaults(check, type));
  const where = taken(compile(check.where, { f: type }), '/where', found);
  const join = check.join === undefined ? null : compileJoin(check.join, type, compile, found);
  if (where === null || (check.join !== undefined && join === null)) return null;
  return { check, type, where: where.ast.op === 'value' && where.ast.args === true ? null : where.holds, only: neededValue(where.ast, where.variables), join };
}

function compileJoin({ fact: type, on }: NonNullable<Check['join']>, f: FactType, compile: ExpressionCompiler, found: Fault[]): CompiledJoin | null {
  if (!isFactType(type)) { found.push(unknownType(type, '/join/fact')); return null; }
  const compiled = taken(compile(on, { f, g: type }), '/join/on', found);
  if (compiled === null) return null;
  const { ast, variables, holds } = compiled;
  const own = conjuncts(ast).filter((part) => speaksOf(part, 'g') && !speaksOf(part, 'f'));
  const [ofF, ofG] = [fieldsRead(ast, 'f', variables), fieldsRead(ast, 'g', variables)];
  return { type, on: holds, keys: joinKeys(ast, variables), own: own.map((part) => certaintyOf(part, variables)), reads: ofF === null || ofG === null ? null : { f: ofF, g: ofG } };
}

function taken(compiled: Result<CompiledExpression, readonly ExpressionProblem[]>, pointer: string, found: Fault[]): CompiledExpression | null {
  if (compiled.ok) return compiled.value;
  found.push(...compiled.problem.map(({ kind, blanks }) => ({ kind, pointer, blanks })));
  return null;
}

function unknownType(type: string, pointer: string): Fault {
  return { kind: 'unknown-fact-type', pointer, blanks: { type, known: factTypeNames.join(', ') } };
}

function distinctFaults({ distinct }: Check, type: FactType): readonly Fault[] {
  const countable = Object.keys(fieldsOf(type)).filter((name) => !['type', 'place', 'also'].includes(name));
  if (distinct === undefined || countable.includes(distinct)) return [];
  return [{ kind: 'distinct-not-a-field', pointer: '/distinct', blanks: { type, field: distinct, known: countable.join(', ') } }];
}

/** Only `says` tells of something found, so only `says` has blanks. */
function sentenceFaults(check: Check): readonly Fault[] {
  const texts: readonly (readonly [string, Bilingual | undefined, readonly string[]])[] = [['says', check.says, sentenceBlanks], ['raises', check.raises, []], ['seeks', check.seeks, []]];
  return texts.flatMap(([where, text, allowed]) => (['zh', 'en'] as const).flatMap((language) => blanksOf(text?.[language] ?? '').flatMap((name): readonly Fault[] => {
    const pointer = `/${where}/${language}`;
    if (!allowed.includes(name)) return [{ kind: 'unknown-placeholder', pointer, blanks: { where, name: `{${name}}`, known: allowed.map((one) => `{${one}}`).join(', ') || '—' } }];
    return name === 'values' && check.distinct === undefined ? [{ kind: 'values-without-distinct', pointer, blanks: { name: '{values}' } }] : [];
  })));
}
