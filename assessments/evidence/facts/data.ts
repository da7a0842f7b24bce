import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeFlag, maybeNumber, maybeText, person, read, text, texts } from './field.ts';
import { ofData, ofRelease, ofRun } from './naming.ts';

const dataSnapshot = z.strictObject({
  type: z.literal('data.snapshot'), ...read, ...ofData, ...ofRelease, ...ofRun,
  system: text('dvc, croissant, huggingface, mlflow, openlineage, release-playbook, tfx, …'),
  role: z.enum(['training', 'validation', 'test', 'evaluation', 'production', 'feature', 'model', 'unstated']).describe('what it is for, as a split, a role or its name says; model: a tracked model file'),
  path: maybeText('path or location'),
  stage: maybeText('pipeline stage that wrote it'),
  bytes: maybeCount('size in bytes'), files: maybeCount('number of files: nfiles, file count'), records: maybeCount('number of rows or examples'),
  empty: flag('it says 0 bytes, 0 files or 0 records, or its hash is that of an empty list (d751713988987e9331980363e24189ce.dir)'),
  hashAlgorithm: maybeText('md5, sha256, etag, …'),
  hashed: flag('a whole digest of the content is stated'),
  storage: maybeText('where the content lies: remote name or address without account'),
  sources: texts('where it comes from: import source, source datasets, wasDerivedFrom'),
  licence: maybeText('licence'),
  frozen: flag('it is declared not to change'),
  at: instant('when it was taken'),
}).describe('One state of a dataset, feature table or tracked file that can be told from another');

const dataCard = z.strictObject({
  type: z.literal('data.card'), ...read, ...ofData,
  name: text('title'), format: z.enum(['huggingface', 'croissant', 'dataset-infos', 'free-form']),
  formatVersion: maybeText('version of the format: conformsTo'),
  licence: maybeText('licence'),
  sections: texts('headings with content'), emptySections: texts('headings without content or with a placeholder only'),
  placeholders: count('[More Information Needed], unfilled brackets, placeholder hashes'),
  splits: texts('splits or record sets'), records: maybeCount('rows or examples in all splits'), bytes: maybeCount('size in bytes'),
  sources: texts('source datasets and origins'),
  hashed: flag('its files are listed with whole digests'),
  provenance: flag('it says how the data was collected or derived'),
  personalData: flag('it says something about personal or sensitive data'),
  bias: flag('it says something about bias or social impact'),
  limitations: flag('it says something about limits or what the data must not be used for'),
  intendedUse: flag('it says what the data is for: task, use'),
  annotation: flag('it says how labels were made'),
  contact: flag('it names who keeps it'),
}).describe('What a document says about a dataset');

const dataValidation = z.strictObject({
  type: z.literal('data.validation'), ...read, ...ofData, ...ofRun, ...ofRelease,
  suite: text('name of the suite, schema, checks or baseline'),
  system: text('great-expectations, tfdv, sagemaker, dbt, soda, release-playbook, …'),
  kind: z.enum(['result', 'expectations', 'schedule']).describe('result: checks were run; expectations: checks are only defined (suite, schema, constraints); schedule: a checkpoint that would run them'),
  success: maybeFlag('what it says of itself'),
  evaluated: maybeCount('checks evaluated, as the statistics say; the number of defined checks for expectations'),
  passed: maybeCount('of these, passed'), failed: maybeCount('of these, failed or in error'),
  listed: count('single results that are really in the file; 0 beside 12 successes is a hollow result'),
  failedChecks: texts('kind and column of failed checks, at most 50'),
  columns: count('columns that checks speak of'),
  kinds: texts('kinds of checks: not_null, in_set, type, range, freshness, row_count, …'),
  gating: maybeFlag('a failure stops something, where the file says so'),
  decision: maybeText('decision written with it'),
  owner: person('owner of the data'),
  at: instant('when the checks were run'),
}).describe('Checks over data: their definition or their result');

const featureDefinition = z.strictObject({
  type: z.literal('feature.definition'), ...read, ...ofRelease,
  feature: text('name of the feature, feature view, store or schema'), featureVersion: maybeText('version'),
  featureHash: maybeText('digest of the transform, whole'),
  system: text('feast, tfdv, seldon, release-playbook, mlflow-signature, …'),
  kind: z.enum(['store', 'view', 'schema', 'reference']).describe('store: where features live; view: a defined group; schema: names and types only; reference: named by a bundle or card'),
  columns: texts('names of the features, at most 200'), columnCount: maybeCount('number of features'),
  typed: flag('types are declared'), bounded: flag('domains, ranges or presence are declared'),
  entities: texts('keys they are looked up by'),
  online: flag('an online store is declared'), offline: flag('an offline store is declared'),
  freshnessSeconds: maybeNumber('how old a value may be (ttl)'),
  registry: maybeText('where definitions are registered'),
  owner: person('owner'),
}).describe('How features are defined and kept');

const featureValidation = z.strictObject({
  type: z.literal('feature.validation'), ...read, ...ofData, ...ofRelease, ...ofRun,
  id: maybeText('validation id'),
  feature: maybeText('feature view'), featureVersion: maybeText('version'),
  system: text('release-playbook, tfdv, sagemaker, …'),
  checks: texts('what was checked: schema, missingness, range, freshness, leakage, skew, drift, access'),
  passed: texts('of these, passed'), failed: texts('of these, failed'),
  decision: maybeText('decision as written'),
  approvedFor: maybeText('what it was approved for'),
  sampling: maybeText('how the sample was taken'),
  owner: person('owner'),
  at: instant('when'), placeholders: count('fields left as placeholder'),
}).describe('Result of checks over features: schema, gaps, freshness, leakage, difference between training and serving');

export const dataFacts = {
  'data.snapshot': dataSnapshot,
  'data.card': dataCard,
  'data.validation': dataValidation,
  'feature.definition': featureDefinition,
  'feature.validation': featureValidation,
} as const;
