import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decoded, type FileReading, type SourceFile, completeFacts, readEvidence } from '#assessments';
import { parseDocuments } from '../../assessments/evidence/parse-documents.ts';
import { decodeText } from '../../electron/intake/decode/decode.ts';
import { faultsOf, nodesIn, replaced, snippet } from '../evidence/mutating.ts';
import { formats, samplesOf } from '../evidence/samples.ts';

const sets = formats.map((format) => samplesOf(format).map((sample) => ({ ...sample, path: `${format}/${sample.path}` }))).filter((set) => set.length > 0);
const samples = sets.flat();
const texts = samples.filter(({ text }) => text !== null);
/** Every format as often as any other, however many samples it has. */
const anyText = fc.constantFrom(...Map.groupBy(texts, ({ path }) => path.split('/')[0]).values()).chain((set) => fc.constantFrom(...set));
const seed = 20_261_120;
const where = fc.double({ min: 0, max: 1, noNaN: true });

/** Changes bytes as a bad disk, a cut transfer or somebody with an editor would. */
const byteMutation = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: where, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('cut' as const), at: where }),
  fc.record({ kind: fc.constant('splice' as const), at: where, other: fc.nat(), from: where, length: fc.nat(400) }),
  fc.record({ kind: fc.constant('put' as const), at: where, bytes: snippet }),
  fc.record({ kind: fc.constant('repeat' as const), at: where, length: fc.nat(200), times: fc.integer({ min: 2, max: 50 }) }),
);
type ByteMutation = typeof byteMutation extends fc.Arbitrary<infer Mutation> ? Mutation : never;

function mutated(bytes: Buffer, mutation: ByteMutation): Buffer {
  const at = Math.floor(mutation.at * bytes.length);
  switch (mutation.kind) {
    case 'flip': return Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ (1 << mutation.bit)]), bytes.subarray(at + 1)]);
    case 'cut': return bytes.subarray(0, at - (at % 64));
    case 'put': return Buffer.concat([bytes.subarray(0, at), Buffer.from(mutation.bytes), bytes.subarray(at)]);
    case 'repeat': return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: mutation.times }, () => bytes.subarray(at, at + mutation.length)), bytes.subarray(at)]);
    case 'splice': {
      const other = Buffer.from(texts[mutation.other % texts.length]?.text ?? '');
      const from = Math.floor(mutation.from * other.length);
      return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + mutation.length), bytes.subarray(at)]);
    }
  }
}

/** The file as the intake would hand it over after its bytes were changed; none where they are no text any more. */
function asDecoded(sample: SourceFile, bytes: Buffer): readonly SourceFile[] {
  const decoded = decodeText(bytes);
  return decoded === null ? [] : [{ ...sample, size: bytes.length, ...decoded }];
}

describe('twenty thousand mutations of real-shaped files are read without a fault', () => {
  it('10,000 of their bytes', () => {
    fc.assert(fc.property(anyText, fc.array(byteMutation, { minLength: 1, maxLength: 3 }), (sample, mutations) => {
      const bytes = mutations.reduce(mutated, Buffer.from(sample.text ?? ''));
      expect(asDecoded(sample, bytes).flatMap(faultsOf)).toEqual([]);
    }), { seed, numRuns: 10_000 });
  });

  it('6,000 of their values', () => {
    const parsed = samples.map((sample) => ({ sample, roots: rootsOf(sample) })).filter(({ roots }) => roots.length > 0);

    fc.assert(fc.property(fc.constantFrom(...parsed), fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' })), ({ sample, roots }, at, value) => {
      const spots = roots.flatMap(nodesIn).filter(({ parent, key }) => sample.decoded === null || (key !== 'kind' && typeof (parent as Readonly<Record<string, unknown>>)[key] === 'string'));
      const by = sample.decoded === null || typeof value === 'string' ? value : JSON.stringify(value);
      const changed = roots.map((root) => replaced(root, spots[at % Math.max(1, spots.length)], by));
      expect(faultsOf(rewritten(sample, changed))).toEqual([]);
    }), { seed, numRuns: 6_000 });
  });

  it('4,000 of files that belong together; the order of the files changes no fact', () => {
    const together = fc.constantFrom(...sets).chain((set) => fc.record({ set: fc.constant(set), order: fc.shuffledSubarray(set.map((_file, index) => index), { minLength: set.length }), at: fc.nat(), mutation: byteMutation }));

    fc.assert(fc.property(together, ({ set, order, at, mutation }) => {
      const files = set.map((file, index) => (index === at % set.length && file.text !== null ? asDecoded(file, mutated(Buffer.from(file.text), mutation)) : [file]));
      const readings = files.map((file) => file.map((one) => readEvidence(one)));
      expect(factsOf(order.flatMap((index) => readings[index] ?? []))).toEqual(factsOf(readings.flat()));
    }), { seed, numRuns: 4_000 });
  });
});

function rootsOf(sample: SourceFile): readonly unknown[] {
  if (sample.decoded !== null) return [sample.decoded];
  const documents = parseDocuments(sample);
  return documents.kind === 'yaml' || documents.kind === 'ndjson' ? documents.documents : documents.kind === 'json' ? [documents.document] : [];
}

function rewritten(sample: SourceFile, roots: readonly unknown[]): SourceFile {
  if (sample.decoded !== null) return { ...sample, decoded: roots[0] as Decoded };
  const lines = roots.map((root) => JSON.stringify(root));
  const { kind } = parseDocuments(sample);
  return { ...sample, text: kind === 'json' ? lines[0] ?? '' : lines.join(kind === 'ndjson' ? '\n' : '\n---\n') };
}

/** All facts and diagnostics, in an order that does not depend on that of the files. */
function factsOf(readings: readonly FileReading[]): readonly string[] {
  const { facts, diagnostics } = completeFacts(readings);
  return [...facts, ...diagnostics].map((one) => JSON.stringify(one)).sort();
}
