import { FAILSAFE_SCHEMA, NOT_RESOLVED, YAMLException, boolCoreTag, defineMappingTag, defineScalarTag, defineSequenceTag, loadAll, mapTag, mergeTag, nullCoreTag, seqTag } from 'js-yaml';
import { type StructureFault, structureFault, structureLimits } from './structure-limits.ts';
import { lineAt } from './text-lines.ts';
import { writtenNumber } from './written-number.ts';

export type YamlDocuments = { readonly ok: true; readonly documents: readonly unknown[] } | StructureFault;

/** Numbers only where nothing is lost; the explicit tags give the text back where the number would lose something. */
const writtenIntTag = defineScalarTag<number | string>('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: [...'-0123456789'],
  resolve: (source, isExplicit) => writtenNumber(source) ?? (isExplicit ? source : NOT_RESOLVED),
  identify: () => false,
});
const writtenFloatTag = defineScalarTag<number | string>('tag:yaml.org,2002:float', {
  resolve: (source) => writtenNumber(source) ?? source,
  identify: () => false,
});

/** Tags of GitLab, CloudFormation and others (!reference, !Ref …) and of YAML 1.1 (!!timestamp, !!set …): the plain value is kept. */
const anyScalarTag = defineScalarTag('', { matchByTagPrefix: true, resolve: (source) => source, identify: () => false });
const anySequenceTag = defineSequenceTag<unknown[]>('', { matchByTagPrefix: true, create: () => [], addItem: seqTag.addItem, identify: () => false });
const anyMappingTag = defineMappingTag<Record<string, unknown>>('', {
  matchByTagPrefix: true, create: () => ({}), addPair: mapTag.addPair, has: mapTag.has, keys: mapTag.keys, get: mapTag.get, identify: () => false,
});

const schema = FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag, writtenIntTag, writtenFloatTag, mergeTag, anyScalarTag, anySequenceTag, anyMappingTag);

/**
 * All documents of a YAML text, in order, or why it was not taken: malformed (also duplicate keys), too deep, too large.
 * YAML 1.2 core with merge keys; a scalar that a number, a date or a YAML 1.1 boolean would distort stays text.
 */
export function yamlDocuments(text: string): YamlDocuments {
  try {
    const documents = loadAll(text, { schema, maxDepth: structureLimits.depth, maxAliases: structureLimits.aliases, maxTotalMergeKeys: structureLimits.mergedKeys });
    const fault = structureFault(documents);
    return fault === null ? { ok: true, documents } : { ok: false, reason: fault, line: null };
  } catch (error) {
    return faultOf(text, error);
  }
}

function faultOf(text: string, error: unknown): StructureFault {
  if (!(error instanceof YAMLException)) return { ok: false, reason: 'malformed', line: null };
  const line = error.mark === undefined ? null : lineAt(text, error.mark.position);
  if (/exceeded maxDepth/.test(error.reason)) return { ok: false, reason: 'too-deep', line };
  if (/exceeded max|abnormal merge/.test(error.reason)) return { ok: false, reason: 'too-large', line };
  return { ok: false, reason: 'malformed', line };
}
