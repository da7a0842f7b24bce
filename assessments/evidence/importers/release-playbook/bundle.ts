import { isWholeCommit, wholeDigest } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { instantOf } from '../../instant.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { bundleParts } from './bundle-parts.ts';
import { fieldIn, hasField, listIn, saidIn } from './lookup.ts';
import { riskTierOf } from './wording.ts';
import type { WrittenRecord } from './written-record.ts';

/** The fields of each block; a block is stated where one of them says something. */
const blockFields: Readonly<Record<string, readonly string[]>> = {
  code: ['repo commit', 'code commit', 'commit', 'pipeline image', 'serving image'],
  data: ['training snapshot', 'validation snapshot', 'label policy'],
  features: ['feature view', 'transform hash'],
  model: ['model id', 'model version', 'artifact hash'],
  prompt_policy: ['prompt version', 'guardrail policy', 'tool schema'],
  eval: ['dataset versions', 'evaluator versions'],
  deployment: ['route', 'traffic start', 'rollback target'],
  monitoring: ['monitoring dashboard', 'monitoring', 'alert rules', 'monitoring plan'],
  governance: ['gate memo', 'approval', 'approvals', 'evidence binder', 'governance'],
};

/** Which fields must hold a whole hash, digest or commit to name one content. */
const hashFields = ['repo commit', 'code commit', 'commit', 'transform hash', 'artifact hash'] as const;

/** A bundle and the things it names, each at its own place: they join with what other files say of them. */
export function bundleFacts(record: WrittenRecord, artefact: string): readonly Fact[] {
  const bundle = bundleFact(record, artefact);
  return [bundle, ...bundleParts(record, bundle.release)];
}

function bundleFact(record: WrittenRecord, content: string): FactOf<'release.bundle'> {
  const states = (block: string) => (blockFields[block] ?? []).some((name) => saidIn(record, name) !== null);
  const blocks = Object.keys(blockFields).filter(states);
  const [pipelineImage, servingImage] = [saidIn(record, 'pipeline image'), saidIn(record, 'serving image')];
  return {
    type: 'release.bundle', place: record.place, also: [], release: saidIn(record, 'release id') ?? fieldIn(record, 'release id')?.text ?? '', system: 'release-playbook',
    repository: saidIn(record, 'repository', 'repo'), commit: saidIn(record, ...hashFields.slice(0, 3)),
    model: saidIn(record, 'model id', 'model/id', 'model'), modelVersion: saidIn(record, 'model version', 'model/version'), modelHash: wholeDigest(saidIn(record, 'artifact hash')),
    useCase: saidIn(record, 'use case id', 'use case'), riskTier: riskTierOf(saidIn(record, 'risk tier')),
    pipelineImage, servingImage, imagesPinned: arePinned([pipelineImage, servingImage]),
    trainingData: saidIn(record, 'training snapshot'), validationData: saidIn(record, 'validation snapshot'), labelPolicy: saidIn(record, 'label policy'),
    featureView: saidIn(record, 'feature view'), transformHash: wholeDigest(saidIn(record, 'transform hash')),
    promptVersion: saidIn(record, 'prompt version'), guardrailPolicy: saidIn(record, 'guardrail policy'), toolSchema: saidIn(record, 'tool schema'),
    evaluationData: listIn(record, 'dataset versions'), evaluators: listIn(record, 'evaluator versions'),
    route: saidIn(record, 'route'), trafficStart: saidIn(record, 'traffic start'), rollbackTarget: saidIn(record, 'rollback target'),
    blocks, missing: Object.keys(blockFields).filter((block) => !blocks.includes(block)), records: [],
    hashesWhole: areWhole(record), placeholders: elided(record), content, createdAt: instantOf(saidIn(record, 'created at', 'release date', 'date')),
  };
}

function arePinned(images: readonly (string | null)[]): boolean {
  const stated = images.filter((image) => image !== null);
  return stated.length > 0 && stated.every((image) => imageReference(image).digest !== null);
}

/** Every hash and commit that is stated is whole, images included where they name a digest at all. */
function areWhole(record: WrittenRecord): boolean {
  const stated = hashFields.filter((name) => hasField(record, name)).map((name) => fieldIn(record, name)?.text ?? '');
  const digests = ['pipeline image', 'serving image'].flatMap((name) => (fieldIn(record, name)?.text ?? '').split('@').slice(1));
  const all = [...stated, ...digests];
  return all.length > 0 && all.every((text) => wholeDigest(text) !== null || isWholeCommit(text));
}

/** Placeholders, and digests that were cut short (`sha256:4b7...`). */
function elided(record: WrittenRecord): number {
  return record.fields.filter(({ text, items }) => items.length <= 1 && (isPlaceholder(text) || /(?:\.{3}|…)\s*$/.test(text))).length;
}
