import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeFlag, maybeText, read, text, texts } from './field.ts';
import { ofCode, ofData, ofImage, ofModel, ofRelease, ofRun } from './naming.ts';

const buildArtifact = z.strictObject({
  type: z.literal('build.artifact'), ...read, ...ofRelease, ...ofCode, ...ofRun, ...ofImage,
  artifact: text('name: package, file, image or chart'), artifactVersion: maybeText('version'), artifactHash: maybeText('digest, whole'),
  kind: z.enum(['container', 'package', 'model', 'chart', 'archive', 'other']),
  system: text('provenance, hosting-release, github-actions, helm, …'),
  builder: maybeText('who or what built it'), published: flag('it lies in a registry or a published release'),
  bytes: maybeCount('size in bytes'), at: instant('when'),
}).describe('Something that was built');

const imageDigest = z.strictObject({
  type: z.literal('image.digest'), ...read, ...ofRelease,
  image: text('image without tag and digest'), imageDigest: ofImage.imageDigest, imageTag: maybeText('tag; null where none is given'),
  pinned: flag('named by a whole digest'),
  moving: flag('no tag and no digest, or a tag that moves: latest, main, stable, nightly'),
  role: z.enum(['base', 'built', 'serving', 'pipeline', 'tool', 'unstated']).describe('base: FROM of a Dockerfile; built: result of a build; tool: a service or runner image'),
  stage: maybeText('stage of a Dockerfile, executor or job that uses it'),
}).describe('A container image as a file names it');

const sbomDocument = z.strictObject({
  type: z.literal('sbom.document'), ...read, ...ofRelease, ...ofImage,
  format: z.enum(['cyclonedx', 'spdx', 'home-made']), formatVersion: maybeText('1.2–1.7, SPDX-2.2, 3.0.1'),
  describes: maybeText('what it is a list of: metadata.component, DESCRIBES; null where it does not say'),
  documentId: maybeText('serial number or namespace'),
  components: count('components or packages'),
  models: count('machine learning models'), datasets: count('datasets'), frameworks: texts('machine learning libraries with versions, at most 50'),
  versioned: count('components with a version'), hashed: count('with a digest'), licensed: count('with a licence'), identified: count('with a package URL or CPE'),
  relations: count('dependencies or relationships'),
  vulnerabilities: count('vulnerabilities listed'), analysed: count('of these, with an analysis (VEX)'),
  complete: maybeFlag('it claims to be complete; null where it says nothing'),
  signed: flag('a signature is there; not verified'),
  tools: texts('tools that made it'), at: instant('when'),
}).describe('A bill of materials, in numbers');

const sbomComponent = z.strictObject({
  type: z.literal('sbom.component'), ...read, ...ofModel, ...ofData,
  kind: z.enum(['model', 'dataset']), name: text('name'), version: maybeText('version'),
  licence: maybeText('licence'), supplier: maybeText('supplier, author or publisher'), purl: maybeText('package URL'),
  card: flag('a model card or data description is inside'), trainedOn: texts('datasets it is said to be trained on'),
  metrics: count('performance metrics with it'), sensitiveData: maybeFlag('uses sensitive personal information, where stated'),
  energy: flag('energy use is stated'), risk: maybeText('safety risk assessment'),
}).describe('A model or dataset that a bill of materials lists (other components are only counted in sbom.document)');

const provenanceStatement = z.strictObject({
  type: z.literal('provenance.statement'), ...read, ...ofRelease, ...ofCode, ...ofRun,
  predicate: text('predicate type as written'), kind: z.enum(['build', 'publish', 'model-signature', 'other']),
  envelope: z.enum(['none', 'dsse', 'sigstore', 'registry']),
  builder: maybeText('builder id'), buildType: maybeText('build type'), entryPoint: maybeText('workflow or configuration that was built from'),
  subjects: count('artefacts it speaks of'), subjectNames: texts('their names, at most 50'), subjectHashes: texts('their digests, at most 50'),
  materials: count('inputs it names'), materialsHashed: count('of these, with a digest'),
  signed: flag('at least one signature that is not empty'),
  certified: flag('a signing certificate or key id is there'), logged: flag('a transparency log entry is there'),
  verified: z.literal('not verified').describe('always: signatures are read, never verified, on a machine without network'),
  unsigned: texts('paths it says were left out of the signature'),
  startedAt: instant('build start'), at: instant('build end or signing'),
}).describe('A statement how an artefact was made or who signed it; present, not verified');

const dependencyLock = z.strictObject({
  type: z.literal('dependency.lock'), ...read,
  system: z.enum(['pip', 'conda', 'poetry', 'uv', 'pipenv', 'pdm', 'npm', 'yarn', 'pnpm', 'go', 'maven', 'cargo', 'other']),
  file: text('path'), locked: flag('made by a resolver with exact versions of everything; false for a list of wishes (requirements.txt, package.json)'),
  packages: count('packages named'), pinned: count('with one exact version'), ranged: count('with a range'), free: count('without any version'),
  hashed: count('with a digest'), fromSource: count('from a repository, path or address'),
  runtimeVersion: maybeText('language version it asks for'),
  frameworks: texts('machine learning libraries as name==version, at most 50'),
}).describe('What software something depends on, and how firmly');

export const supplyChainFacts = {
  'build.artifact': buildArtifact,
  'image.digest': imageDigest,
  'sbom.document': sbomDocument,
  'sbom.component': sbomComponent,
  'provenance.statement': provenanceStatement,
  'dependency.lock': dependencyLock,
} as const;
