import { z } from 'zod';
import { flag, maybeText, read, text, texts } from './field.ts';

const trafficSplit = z.strictObject({
  type: z.literal('traffic.split'), ...read,
  subject: text('route, service or inference service whose traffic is divided'),
  tool: text('istio, kserve, seldon, argo-rollouts, flagger, knative, gateway-api, nginx'),
  destinations: texts('where traffic goes; the steps of a Sequence or Ensemble of an inference graph, which divide nothing and have no weights'),
  weights: z.array(z.number()).readonly().describe('percent, in the order of the destinations'),
  total: z.number().describe('sum of the weights, 100 where none is stated; other than 100 is a mistake'),
  mirrored: flag('part of the live traffic is copied to a destination that does not answer'),
  matched: flag('requests are chosen by header, path, cookie or user'),
}).describe('How traffic is divided between versions');

const trafficPolicy = z.strictObject({
  type: z.literal('traffic.policy'), ...read,
  subject: text('route or service'), tool: text('tool that applies it'),
  kind: z.enum(['timeout', 'retry', 'circuit-breaker', 'rate-limit', 'load-balancing', 'connection-limit', 'fault-injection', 'authentication', 'session-affinity']),
  value: maybeText('the setting as written'),
}).describe('A rule for traffic');

export const trafficFacts = {
  'traffic.split': trafficSplit,
  'traffic.policy': trafficPolicy,
} as const;
