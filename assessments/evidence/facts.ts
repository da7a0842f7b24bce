import { z } from 'zod';
import { dataFacts } from './facts/data.ts';
import { deploymentFacts } from './facts/deployment.ts';
import { documentFacts } from './facts/documents.ts';
import { environmentFacts } from './facts/environment.ts';
import { evaluationFacts } from './facts/evaluation.ts';
import { governanceFacts } from './facts/governance.ts';
import { modelFacts } from './facts/model.ts';
import { monitoringFacts } from './facts/monitoring.ts';
import { pipelineFacts } from './facts/pipeline.ts';
import { releaseFacts } from './facts/release.ts';
import { sourceControlFacts } from './facts/source-control.ts';
import { supplyChainFacts } from './facts/supply-chain.ts';
import { testingFacts } from './facts/testing.ts';
import { trafficFacts } from './facts/traffic.ts';

/**
 * The fact types: typed statements read out of files, named after the field's terms, one file per family. Every field is
 * always present; a scalar that the file does not state is null, a list it does not state is empty. Units are in the
 * names. A fact states what a file declares; it never proves that a process happened.
 */
export const factFamilies = {
  'release': releaseFacts,
  'source-control': sourceControlFacts,
  'data': dataFacts,
  'model': modelFacts,
  'pipeline': pipelineFacts,
  'testing': testingFacts,
  'evaluation': evaluationFacts,
  'supply-chain': supplyChainFacts,
  'environment': environmentFacts,
  'deployment': deploymentFacts,
  'traffic': trafficFacts,
  'monitoring': monitoringFacts,
  'governance': governanceFacts,
  'documents': documentFacts,
} as const;

/** Every fact type by name: the checks of a pack are type-checked against these. */
export const factTypes = {
  ...releaseFacts,
  ...sourceControlFacts,
  ...dataFacts,
  ...modelFacts,
  ...pipelineFacts,
  ...testingFacts,
  ...evaluationFacts,
  ...supplyChainFacts,
  ...environmentFacts,
  ...deploymentFacts,
  ...trafficFacts,
  ...monitoringFacts,
  ...governanceFacts,
  ...documentFacts,
} as const;

export type FactType = keyof typeof factTypes;
export type FactOf<Type extends FactType> = Readonly<z.infer<(typeof factTypes)[Type]>>;
export type Fact = { readonly [Type in FactType]: FactOf<Type> }[FactType];

const [first, ...others] = Object.values(factTypes);
/** Any fact, as it crosses a border. */
export const fact: z.ZodType<Fact> = z.discriminatedUnion('type', [first as (typeof factTypes)[FactType], ...others]);
