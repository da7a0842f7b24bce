import { type ASTNode, type Environment, ParseError } from '@marcbachmann/cel-js';
import type { Blanks, CatalogueProblemKind } from '../catalogue/problem.ts';
import type { FactType } from '../evidence/facts.ts';
import { type Result, fail, ok } from '../result.ts';
import { type Expression, checkingEnvironment, runningEnvironment } from './cel.ts';
import { fieldsOf } from './fact-fields.ts';
import type { Variables } from './field-path.ts';
import { expressionFaults } from './expression-rules.ts';
import { failsWhenRun } from './trial.ts';

/** Longer conditions are better told as two checks. */
const longestExpression = 1_000;

/** `variables` are the fields it was checked against. */
export type CompiledExpression = { readonly run: Expression; readonly ast: ASTNode; readonly variables: Variables };
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
    return failure === null ? ok({ run, ast: run.ast, variables }) : fail([{ kind: 'expression-run', blanks: { expression: `\`${source}\``, reason: { en: failure, zh: reasonInChinese(failure) } } }]);
  };
}

type Checker = { readonly variables: Variables; readonly environment: Environment };

/** Environments are dear to make and few: one for each pair of fact types. */
function checkers(): (facts: ExpressionFacts) => Checker {
  const made = new Map<string, Checker>();
  return ({ f, g }) => {
    const key = `${f} ${g ?? ''}`;
    const variables: Variables = g === undefined ? { f: fieldsOf(f) } : { f: fieldsOf(f), g: fieldsOf(g) };
    const checker = made.get(key) ?? { variables, environment: checkingEnvironment(variables) };
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
