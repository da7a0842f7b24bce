import { type ASTNode, type Environment, ParseError, type ParseResult } from '@marcbachmann/cel-js';
import type { Blanks, CatalogueProblemKind } from '../catalogue/problem.ts';
import type { FactType } from '../evidence/facts.ts';
import { type Result, fail, ok } from '../result.ts';
import { checkingEnvironment, runningEnvironment } from './cel.ts';
import { certaintyOf } from './certainty.ts';
import { type FactFields, fieldsOf } from './fact-fields.ts';
import type { Variables } from './field-path.ts';
import { expressionFaults } from './expression-rules.ts';
import { failsWhenRun } from './trial.ts';

/** Longer conditions are better told as two checks. */
const longestExpression = 1_000;

/** Whether it holds for a fact, or two. Throws where CEL has an error. */
export type Condition = (f: unknown, g?: unknown) => boolean;
/** `variables` are the fields it was checked against. */
export type CompiledExpression = { readonly holds: Condition; readonly ast: ASTNode; readonly variables: Variables };
export type ExpressionProblem = { readonly kind: CatalogueProblemKind; readonly blanks: Blanks };
/** The type of `f`, and of `g` where two facts are joined. */
type ExpressionFacts = { readonly f: FactType; readonly g?: FactType };
export type ExpressionCompiler = (source: string, facts: ExpressionFacts) => Result<CompiledExpression, readonly ExpressionProblem[]>;

/** A compiler of CEL conditions: types are checked against the fields of the facts, then the rules of packs; what passes has run once in the environment that runs it. */
export function expressionCompiler(): ExpressionCompiler {
  const running = runningEnvironment();
  const checkerFor = checkers();
  return (source, facts) => {
    if (source.length > longestExpression) return fail([{ kind: 'expression-too-long', blanks: { length: source.length, limit: longestExpression } }]);
    const { variables, environment } = checkerFor(facts);
    const misfit = typeProblem(source, environment);
    if (misfit !== null) return fail([misfit]);

    const run = running.parse(source);
    const faults = expressionFaults(run.ast, variables);
    if (faults.length > 0) return fail(faults);
    const failure = failsWhenRun(source, run, running, variables);
    return failure === null ? ok(runnable(run, variables)) : fail([{ kind: 'expression-run', blanks: { expression: `\`${source}\``, reason: { en: failure, zh: reasonInChinese(failure) } } }]);
  };
}

/** The same for conditions that are known to pass: they are only read. Throws where one is no CEL at all. */
export function knownExpressionCompiler(): ExpressionCompiler {
  const running = runningEnvironment();
  const variablesOf = variables();
  return (source, facts) => ok(runnable(running.parse(source), variablesOf(facts)));
}

function runnable(run: ParseResult, known: Variables): CompiledExpression {
  const certainly = certaintyOf(run.ast, known);
  return { holds: (f, g) => certainly(f, g) ?? run({ f, g }) === true, ast: run.ast, variables: known };
}

/** The fields of facts, read from their schemas once for each type. */
function variables(): (facts: ExpressionFacts) => Variables {
  const known = new Map<FactType, FactFields>();
  const of = (type: FactType): FactFields => {
    const fields = known.get(type) ?? fieldsOf(type);
    known.set(type, fields);
    return fields;
  };
  return ({ f, g }) => (g === undefined ? { f: of(f) } : { f: of(f), g: of(g) });
}

type Checker = { readonly variables: Variables; readonly environment: Environment };

/** Environments are dear to make and few: one for each pair of fact types. */
function checkers(): (facts: ExpressionFacts) => Checker {
  const variablesOf = variables();
  const made = new Map<string, Checker>();
  return ({ f, g }) => {
    const key = `${f} ${g ?? ''}`;
    const before = made.get(key);
    if (before !== undefined) return before;
    const fields = variablesOf(g === undefined ? { f } : { f, g });
    const checker = { variables: fields, environment: checkingEnvironment(fields) };
    made.set(key, checker);
    return checker;
  };
}

function typeProblem(source: string, environment: Environment): ExpressionProblem | null {
  const { valid, type, error } = environment.check(source);
  const expression = `\`${source}\``;
  if (valid) return type === 'bool' ? null : { kind: 'expression-not-bool', blanks: { expression, type: type ?? '?' } };
  const reason = error?.summary ?? '?';
  return { kind: error instanceof ParseError ? 'expression-syntax' : 'expression-type', blanks: { expression, reason: { en: reason, zh: reasonInChinese(reason) } } };
}

/** The reasons of the CEL library that authors meet; others stay in English. */
const chineseReasons: readonly (readonly [RegExp, string])[] = [
  [/^No such key: (.+)$/, '没有字段 $1'],
  [/^Unknown variable: (.+)$/, '没有变量 $1'],
  [/^no such overload: (.+)$/, '类型不能这样运算（$1）'],
  [/^found no matching overload for '(.+)'$/, '没有这样的函数或方法（$1）'],
  [/^Unexpected token: (.+)$/, '此处不应出现 $1'],
  [/^Unexpected character: (.+)$/, '此处不应出现字符 $1'],
  [/^Exceeded (\w+) \((\d+)\)$/, '超出上限 $1（$2）'],
];

function reasonInChinese(reason: string): string {
  const found = chineseReasons.find(([pattern]) => pattern.test(reason));
  return found === undefined ? reason : reason.replace(found[0], found[1]);
}
