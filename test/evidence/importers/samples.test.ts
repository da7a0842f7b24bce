import { type Fact, completeFacts, factSchema, importers, readEvidence, resolvePlace } from '#assessments';
import { describe, expect, it, test } from 'vitest';
import { formats, goldenPath, samplesOf, samplesWithoutGolden } from '../samples.ts';

const golden = (facts: readonly Fact[]) => `[\n${facts.map((fact) => JSON.stringify(fact)).join(',\n')}\n]\n`;
const invalid = (facts: readonly Fact[]) => facts.flatMap((fact) => factSchema.safeParse(fact).error?.issues ?? []);

/** Golden facts stand beside each sample, one fact a line; `vitest run -u` writes them anew for review. */
describe.each(formats)('samples of %s', (format) => {
  const files = samplesOf(format);

  it.each(files.map((file) => [file.path, file] as const))('%s gives its golden facts, each valid and at a place that resolves', async (name, file) => {
    const reading = readEvidence(file);

    await expect(golden(reading.facts)).toMatchFileSnapshot(goldenPath(format, name));
    // In a folder, files of other formats may lie beside.
    if (!name.includes('/')) expect(reading.importer?.split('+')).toContain(format);
    expect(invalid(reading.facts)).toEqual([]);
    expect([...reading.facts, ...reading.fragments].filter(({ place }) => !resolvePlace(file, place).found)).toEqual([]);
  });
});

/** Formats whose samples lie in folders are put together from several files. */
describe.each(formats.filter((format) => samplesOf(format).some(({ path }) => path.includes('/'))))('samples of %s', (format) => {
  const files = samplesOf(format);

  test('its files together give their golden facts, in whatever order they are read', async () => {
    const together = (readings: typeof readingsInOrder) => completeFacts(readings).facts.slice(readings.flatMap(({ facts }) => facts).length);
    const readingsInOrder = files.map((file) => readEvidence(file));
    const facts = together(readingsInOrder);
    const unresolved = facts.flatMap(({ place, also }) => [place, ...also]).filter((place) => !files.some((file) => resolvePlace(file, place).found));

    await expect(golden(facts)).toMatchFileSnapshot(goldenPath(format, 'together'));
    expect(invalid(facts)).toEqual([]);
    expect(unresolved).toEqual([]);
    expect(together(readingsInOrder.toReversed())).toEqual(facts);
  });
});

it('every importer has samples, and every sample its golden facts', () => {
  expect(samplesWithoutGolden).toEqual([]);
  expect(importers.map(({ id }) => id).sort()).toEqual(formats);
});
