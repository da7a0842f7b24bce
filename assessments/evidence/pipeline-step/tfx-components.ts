import type { StepKind } from './kinds.ts';

const components: readonly (readonly [StepKind, RegExp])[] = [
  ['prepare', /(?:ExampleGen|StatisticsGen|SchemaGen|Transform)$/], ['validate', /(?:ExampleValidator|DistributionValidator|InfraValidator)$/], ['train', /(?:Trainer|Tuner)$/],
  ['evaluate', /(?:Evaluator|ModelValidator)$/], ['convert', /Rewriter$/], ['deploy', /Pusher$/],
];

/** What a standard component of TFX does, by its class (`tfx.components.trainer.component.Trainer`) or the name derived from it; null for any other. */
export function tfxComponentKind(name: string): StepKind | null {
  const own = /([A-Za-z]+)[\w-]*$/.exec((name.split('.').at(-1) ?? '').slice(0, 200))?.[1] ?? '';
  return components.find(([, pattern]) => pattern.test(own))?.[0] ?? null;
}
