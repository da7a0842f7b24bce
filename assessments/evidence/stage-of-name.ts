import type { FactOf } from './facts.ts';

type Stage = FactOf<'environment.definition'>['stage'];

const stages: readonly (readonly [Stage, RegExp])[] = [
  ['staging', /(?:^|[^a-z])(?:stag(?:e|ing)?|stg|pre-?prod(?:uction)?|uat)(?:$|[^a-z])|预发|预生产|灰度环境/i],
  ['production', /(?:^|[^a-z])(?:prod(?:uction)?|prd|live)(?:$|[^a-z])|生产/i],
  ['test', /(?:^|[^a-z])(?:tests?|testing|tst|qa|ci|sit)(?:$|[^a-z])|测试/i],
  ['development', /(?:^|[^a-z])(?:dev(?:elopment)?|sandbox|local)(?:$|[^a-z])|开发/i],
];

/** The stage that the name of an environment tells: `prod-eu`, `pre-production`, `tst`, 生产环境. */
export function stageOfName(name: string | null): Stage {
  const read = (name ?? '').slice(0, 200);
  return stages.find(([, pattern]) => pattern.test(read))?.[0] ?? 'unstated';
}
