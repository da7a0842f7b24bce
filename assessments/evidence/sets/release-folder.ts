import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isWholeCommit } from '../digest.ts';
import type { FactOf } from '../facts.ts';
import type { Fragment } from '../fragment.ts';
import { isMapping } from '../spot.ts';
import type { Assembler, Whole } from './assembler.ts';
import { type ReleaseRecordKind, releaseRecordKinds } from './release-record.ts';

/** Where a bundle is read from first: the record that says most about when and what. */
const places: readonly ReleaseRecordKind[] = ['run', 'approval', 'code', 'evaluation', 'risk', 'monitoring-plan', 'model-card', 'sbom', 'other'];
const allBlocks = ['code', 'data', 'features', 'model', 'prompt_policy', 'eval', 'deployment', 'monitoring', 'governance'] as const;

/**
 * A folder of records named by a run or release as one release bundle: which records it has, which blocks of a bundle
 * they make, what is missing, and the digest of their contents. One record alone is no bundle, and where the folder holds
 * its bundle as a document, that is the bundle.
 */
export const releaseFolderSet: Assembler = {
  set: 'release-folder',
  assemble: (whole) => {
    const records = releaseRecordKinds.filter((kind) => whole.of(kind).length > 0);
    const none = whole.of('bundle').length > 0 || records.filter((kind) => kind !== 'other').length < 2;
    return { facts: none ? [] : [bundleFact(whole, records)], diagnostics: [] };
  },
};

function bundleFact(whole: Whole, records: readonly ReleaseRecordKind[]): FactOf<'release.bundle'> {
  const ordered = places.flatMap((kind) => whole.of(kind));
  const said = (key: string): string | null => ordered.map((record) => textIn(record, key)).find((text) => text !== null) ?? null;
  const folder = whole.key.split('/').at(-1) ?? '';
  const release = folder === '' ? said('run') ?? whole.key : folder;
  const commit = said('commit');
  const model = ordered.map((record) => textIn(record, 'model')).find((name) => name !== null && name !== release) ?? null;
  const blocks = blocksOf(records, model, said('route'));
  const [first, ...others] = ordered.map(({ place }) => place);
  return {
    type: 'release.bundle', place: first ?? { file: whole.key, pointer: '' }, also: others, release, system: 'release-folder',
    repository: said('repository'), commit, model, modelVersion: said('modelVersion'), modelHash: null,
    useCase: null, riskTier: null, pipelineImage: null, servingImage: null, imagesPinned: false, trainingData: null, validationData: null, labelPolicy: null,
    featureView: null, transformHash: null, promptVersion: null, guardrailPolicy: null, toolSchema: null, evaluationData: [], evaluators: [],
    route: said('route'), trafficStart: null, rollbackTarget: null,
    blocks, missing: allBlocks.filter((block) => !blocks.includes(block)), records,
    hashesWhole: commit !== null && isWholeCommit(commit), placeholders: ordered.reduce((sum, record) => sum + countIn(record, 'placeholders'), 0),
    content: contentOf(ordered), createdAt: said('createdAt'),
  };
}

function blocksOf(records: readonly ReleaseRecordKind[], model: string | null, route: string | null): readonly string[] {
  const has = (...kinds: readonly ReleaseRecordKind[]) => kinds.some((kind) => records.includes(kind));
  const stated: Readonly<Record<(typeof allBlocks)[number], boolean>> = {
    'code': has('code'), 'data': false, 'features': false, 'model': has('model-card') || model !== null, 'prompt_policy': false,
    'eval': has('evaluation'), 'deployment': route !== null, 'monitoring': has('monitoring-plan'), 'governance': has('approval', 'risk'),
  };
  return allBlocks.filter((block) => stated[block]);
}

/** The same files in another folder give the same digest; their names do not count. */
function contentOf(records: readonly Fragment[]): string {
  const digests = records.map((record) => textIn(record, 'content') ?? '').sort();
  return bytesToHex(sha256(utf8ToBytes(digests.join('\n'))));
}

function textIn({ value }: Fragment, key: string): string | null {
  const found = isMapping(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : null;
}

function countIn({ value }: Fragment, key: string): number {
  const found = isMapping(value) ? value[key] : undefined;
  return typeof found === 'number' ? found : 0;
}
