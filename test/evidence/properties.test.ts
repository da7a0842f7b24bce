import { type Decoded, type SourceFile, placeLines, readEvidence } from '#assessments';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocuments } from '../../assessments/evidence/parse-documents.ts';
import { faultsOf, nodesIn, replaced, snippet } from './mutating.ts';
import { formats, samplesOf } from './samples.ts';

const samples = formats.flatMap(samplesOf);
const fixed = { seed: 20_251_120, numRuns: 2_500 };

describe('any mutation of a sample is read without a fault', () => {
  it('text cut, spliced and sprinkled with signs', () => {
    const mutation = fc.record({ sample: fc.constantFrom(...samples), from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(40), put: fc.array(snippet, { maxLength: 3 }) });

    fc.assert(fc.property(mutation, ({ sample, from, length, put }) => {
      const text = sample.text ?? '';
      const start = Math.floor(from * text.length);
      const file = { ...sample, text: text.slice(0, start) + put.join('') + text.slice(start + length) };
      expect(faultsOf(file)).toEqual([]);
    }), fixed);
  });

  it('values replaced by other values', () => {
    const mutation = fc.record({ sample: fc.constantFrom(...samples), at: fc.nat(), value: fc.jsonValue({ maxDepth: 3 }) });

    fc.assert(fc.property(mutation, ({ sample, at, value }) => {
      const documents = parseDocuments(sample);
      const roots = documents.kind === 'yaml' || documents.kind === 'ndjson' ? documents.documents : documents.kind === 'json' ? [documents.document] : [];
      const spots = roots.flatMap((root) => nodesIn(root));
      const chosen = spots[at % Math.max(1, spots.length)];
      const changed = roots.map((root) => JSON.stringify(replaced(root, chosen, value)));
      const text = documents.kind === 'json' ? changed[0] ?? '' : changed.join(documents.kind === 'ndjson' ? '\n' : '\n---\n');
      expect(faultsOf({ ...sample, text })).toEqual([]);
    }), fixed);
  });

  it('texts of workbooks, databases and repositories replaced by other texts', () => {
    const decoded = samples.filter((sample) => sample.decoded !== null);
    const mutation = fc.record({ sample: fc.constantFrom(...decoded, ...(decoded.length === 0 ? samples : [])), at: fc.nat(), value: fc.string({ unit: 'binary' }) });

    fc.assert(fc.property(mutation, ({ sample, at, value }) => {
      // Kinds and formats are closed sets of the decoder.
      const texts = nodesIn(sample.decoded).filter(({ parent, key }) => key !== 'kind' && key !== 'format' && typeof (parent as Readonly<Record<string, unknown>>)[key] === 'string');
      const changed = replaced(sample.decoded, texts[at % Math.max(1, texts.length)], value) as Decoded | null;
      expect(faultsOf({ ...sample, decoded: changed })).toEqual([]);
    }), { ...fixed, numRuns: 500 });
  });

  it('any text at all, under any name', () => {
    const path = fc.constantFrom('a.yaml', 'a.json', 'a', '.github/workflows/a.yml', 'a.md', 'a.xml', 'a.toml', 'a.csv', 'a.jsonl', 'Dockerfile');

    fc.assert(fc.property(path, fc.oneof(fc.string({ unit: 'binary' }), fc.array(snippet, { maxLength: 30 }).map((parts) => parts.join('')), fc.json()), (name, text) => {
      expect(faultsOf({ ...(samples[0] as SourceFile), path: name, text })).toEqual([]);
    }), fixed);
  });
});

it('the lines shown for a fact lie in the file and in order', () => {
  const ranges = samples.filter(({ text }) => text !== null).flatMap((file) => readEvidence(file).facts.map((fact) => ({ last: (file.text ?? '').split('\n').length, lines: placeLines(file, fact.place) })));

  expect(ranges.filter(({ lines, last }) => lines === null || lines[0] < 1 || lines[1] < lines[0] || lines[1] > last)).toEqual([]);
});
