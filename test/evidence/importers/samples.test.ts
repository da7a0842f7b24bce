import { factSchema, importers, readEvidence, resolvePlace } from '#assessments';
import { describe, expect, it } from 'vitest';
import { formats, goldenPath, samplesOf, samplesWithoutGolden } from '../samples.ts';

/** Golden facts stand beside each sample, one fact a line; `vitest run -u` writes them anew for review. */
describe.each(formats)('samples of %s', (format) => {
  it.each(samplesOf(format).map((file) => [file.path, file] as const))('%s gives its golden facts, each valid and at a place that resolves', async (name, file) => {
    const reading = readEvidence(file);

    const lines = reading.facts.map((fact) => JSON.stringify(fact));
    await expect(`[\n${lines.join(',\n')}\n]\n`).toMatchFileSnapshot(goldenPath(format, name));
    expect(reading.importer).toBe(format);
    expect(reading.facts.flatMap((fact) => factSchema.safeParse(fact).error?.issues ?? [])).toEqual([]);
    expect(reading.facts.filter((fact) => !resolvePlace(file, fact.place).found)).toEqual([]);
  });
});

it('every importer has samples, and every sample its golden facts', () => {
  expect(samplesWithoutGolden).toEqual([]);
  expect(importers.map(({ id }) => id).sort()).toEqual(formats);
});
