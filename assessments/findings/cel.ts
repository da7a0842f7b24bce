import { Environment } from '@marcbachmann/cel-js';
import type { FactFields } from './fact-fields.ts';
import { placeFields } from './fact-fields.ts';

/** An expression ready to run over the facts `f` and, in a join, `g`. Throws where a value does not fit an operator. */
export type Expression = (facts: { readonly f: unknown; readonly g?: unknown }) => unknown;

const limits = { maxAstNodes: 1_000, maxDepth: 40, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 4 };
const nullable = ['string', 'double', 'bool'] as const;

/**
 * The environment that types are checked in. It knows every field, lets whole numbers stand beside fractions (an author
 * writes 100 for both) and lets any scalar be compared with null.
 */
export function checkingEnvironment(variables: Readonly<Record<string, FactFields>>): Environment {
  const environment = new Environment({ limits });
  mixNumbers(environment);
  environment.registerOperator('int in list<double>', never);
  environment.registerOperator('double in list<int>', never);
  environment.registerOperator('list<double> == list<int>', never);
  for (const type of nullable) environment.registerOperator(`${type} == null`, never);
  environment.registerType('Place', { fields: celTypes(placeFields) });
  for (const [name, fields] of Object.entries(variables)) {
    environment.registerType(`Fact_${name}`, { fields: celTypes(fields) });
    environment.registerVariable(name, `Fact_${name}`);
  }
  return environment;
}

/** The environment expressions run in: facts are plain maps there, so that nothing is converted per fact. */
export function runningEnvironment(): Environment {
  const environment = new Environment({ limits });
  mixNumbers(environment);
  return environment.registerVariable('f', 'map').registerVariable('g', 'map');
}

function celTypes(fields: FactFields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, { cel }]) => [name, cel]));
}

type Numeric = number | bigint;

/** CEL keeps integers and doubles apart; facts do not. Comparisons with < and > are mixed by the library itself. */
function mixNumbers(environment: Environment): void {
  environment.registerOperator('double == int', (a: Numeric, b: Numeric) => Number(a) === Number(b));
  for (const [left, right] of [['double', 'int'], ['int', 'double']] as const) {
    environment.registerOperator(`${left} + ${right}`, (a: Numeric, b: Numeric) => Number(a) + Number(b));
    environment.registerOperator(`${left} - ${right}`, (a: Numeric, b: Numeric) => Number(a) - Number(b));
    environment.registerOperator(`${left} * ${right}`, (a: Numeric, b: Numeric) => Number(a) * Number(b));
    environment.registerOperator(`${left} / ${right}`, (a: Numeric, b: Numeric) => Number(a) / Number(b));
  }
}

/** Operators that only lend a type; at run time the library compares such values itself. */
function never(): never {
  throw new Error('This operator is for type checking only.');
}
