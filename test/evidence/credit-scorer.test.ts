import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compared, comparedContradictions, factsIn, handReading } from '../builders/hand-reading.ts';

/** The real repository, where a copy lies beside the project; three of its folders, cut down, stand in for it elsewhere. */
const repository = new URL('../../../shared/corpus/open/13_reference_repos/zenml-io__zenml-projects/', import.meta.url).pathname;
const cutDown = new URL('../fixtures/importers/release-folder/', import.meta.url).pathname;

const agreement = (hand: { readonly length: number }) => ({ expected: hand.length, agreed: hand.length, differing: [], beyond: [] });

function pathsIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.facts.json'));
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length)).sort();
}

describe.each([['eight real release folders', repository, 'credit-scorer.json'], ['three release folders cut down', cutDown, 'release-folder.json']])('%s say what a person read in them', (_, folder, name) => {
  const hand = handReading(name);
  const facts = existsSync(folder) ? factsIn(folder, pathsIn(folder)) : [];

  it.skipIf(!existsSync(folder))('fact by fact, at the same places, and nothing beyond', () => {
    expect(compared(hand, facts)).toEqual(agreement(hand.facts));
  });

  it.skipIf(!existsSync(folder))('contradiction by contradiction', () => {
    expect(comparedContradictions(hand, facts)).toEqual(agreement(hand.contradictions));
  });
});
