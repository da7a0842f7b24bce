import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeFlag, maybeNumber, maybeText, person, read, text, texts } from './field.ts';
import { ofData, ofModel, ofRelease, ofRun } from './naming.ts';

const areas = ['model-quality', 'data-drift', 'service', 'resource', 'pipeline', 'business', 'other'] as const;

const alertRule = z.strictObject({
  type: z.literal('alert.rule'), ...read,
  name: text('name of the alert'), group: text('group it belongs to'),
  expression: text('condition as written'),
  metrics: texts('metric names in the expression'),
  threshold: maybeNumber('the number it compares with, where there is exactly one comparison with a number'),
  forSeconds: maybeNumber('how long the condition must hold'),
  severity: maybeText('severity'),
  area: z.enum(areas).describe('what it watches, read from metric names, name and annotations'),
  runbook: maybeText('runbook or dashboard named in the annotations'),
  described: flag('has a summary or description annotation'),
}).describe('A condition that raises an alert');

const alertRoute = z.strictObject({
  type: z.literal('alert.route'), ...read,
  receiver: text('name of the receiver'), channels: texts('webhook, email, slack, pagerduty, …'),
}).describe('Where alerts go');

const monitorMetric = z.strictObject({
  type: z.literal('monitor.metric'), ...read,
  name: text('name of the metric'), source: text('recording-rule, service-monitor, pod-monitor, analysis-template, flagger, kserve-logger, scrape-annotation, dashboard, …'),
  area: z.enum(areas).describe('what it watches'),
  expression: maybeText('query or expression'),
  threshold: maybeText('success or failure condition, where one is stated'),
  intervalSeconds: maybeNumber('how often it is taken'),
}).describe('Something that is measured while it runs');

const monitorDashboard = z.strictObject({
  type: z.literal('monitor.dashboard'), ...read,
  name: text('title'), system: text('grafana, …'),
  panels: count('panels with a query'), queries: count('queries'),
  areas: texts('areas its panels watch: model-quality, data-drift, service, resource, pipeline, business'),
  sources: texts('kinds of data sources: prometheus, postgres, …'),
  alerts: count('alerts defined in panels'),
  exported: flag('it is an exported template (__inputs), not one in use'),
  empty: flag('no panel has a query'),
  refreshSeconds: maybeNumber('how often it refreshes'),
}).describe('A dashboard');

const monitoringPlan = z.strictObject({
  type: z.literal('monitoring.plan'), ...read, ...ofRelease, ...ofModel, ...ofRun,
  name: text('plan id or title'),
  modelNamed: flag('it says which model it is for; false for unknown, an empty name or a placeholder'),
  watched: texts('what is watched, with how often: data_drift daily'),
  thresholds: texts('thresholds as name=value'), thresholdCount: count('thresholds'),
  responses: count('situations it gives a response for'),
  escalation: flag('it says whom to escalate to'),
  owner: person('who watches'),
  retrains: flag('a response leads to retraining'),
  placeholders: count('fields left as placeholder'),
  at: instant('when it was made'),
}).describe('A plan what is watched after release, how often, and what happens then');

const driftReport = z.strictObject({
  type: z.literal('drift.report'), ...read, ...ofModel, ...ofData, ...ofRun,
  name: text('name of the report; its path where it has none'),
  system: text('home-made, evidently, sagemaker, tfdv, …'),
  of: z.enum(['data', 'prediction', 'target', 'quality', 'unstated']).describe('what drifted'),
  columns: maybeCount('columns compared'), drifted: maybeCount('columns said to have drifted'),
  driftedColumns: texts('their names, at most 50'),
  share: maybeNumber('share of drifted columns, 0 to 1'), score: maybeNumber('overall score, in its own unit'),
  threshold: maybeNumber('threshold'), method: maybeText('psi, ks, chi-square, …'),
  detected: maybeFlag('its own verdict; null where it gives none: it is never guessed'),
  referenceRecords: maybeCount('rows of the reference'), currentRecords: maybeCount('rows compared with it'),
  baselineOnly: flag('only a baseline, nothing was compared'),
  at: instant('when'),
}).describe('A comparison of data or predictions with a reference');

const retrainTrigger = z.strictObject({
  type: z.literal('retrain.trigger'), ...read, ...ofRelease, ...ofModel, ...ofData,
  id: maybeText('trigger id'), name: text('id or title'),
  kind: z.enum(['drift', 'performance', 'schedule', 'new-data', 'feedback', 'manual', 'unstated']),
  condition: maybeText('condition as written'), source: maybeText('where the signal comes from'), action: maybeText('what is trained, from which data'),
  fired: flag('a record that it happened; false for a rule'),
  automatic: flag('a candidate is trained without a person'),
  gated: maybeFlag('promotion needs a gate; null where it does not say'),
  evaluations: texts('evaluations it asks for'),
  decision: maybeText('what was decided'), owner: person('owner'),
  placeholders: count('fields left as placeholder'),
  at: instant('when'),
}).describe('What starts retraining, or a record that it did');

const incident = z.strictObject({
  type: z.literal('incident'), ...read, ...ofRelease, ...ofModel, ...ofRun,
  incident: text('id'), title: maybeText('what happened, first 500 characters'),
  severity: maybeText('severity as written'), source: maybeText('who or what reported it'),
  kind: z.enum(['bias', 'drift', 'quality', 'outage', 'security', 'data', 'other']),
  cause: flag('a cause is written'), actions: count('actions or follow-ups'),
  resolved: maybeFlag('it is closed; null where it does not say'),
  lesson: flag('it leads to a change: a test, a rule, a runbook'),
  owner: person('owner'),
  at: instant('when it happened'), resolvedAt: instant('when it was closed'),
}).describe('An incident with a model or its delivery');

export const monitoringFacts = {
  'alert.rule': alertRule,
  'alert.route': alertRoute,
  'monitor.metric': monitorMetric,
  'monitor.dashboard': monitorDashboard,
  'monitoring.plan': monitoringPlan,
  'drift.report': driftReport,
  'retrain.trigger': retrainTrigger,
  'incident': incident,
} as const;
