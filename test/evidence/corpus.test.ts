import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SourceFile, factSchema, parseDocuments, readEvidence, resolvePlace } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../builders/source-file.ts';

/** Real files of public projects, where a copy lies beside the project; the samples stand in for them elsewhere. */
const corpus = new URL('../../../shared/corpus/open/', import.meta.url).pathname;

describe.skipIf(!existsSync(corpus))('over real files of public projects', () => {
  it('nothing is thrown, every fact is valid, and every place resolves', { timeout: 120_000 }, () => {
    const paths = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(corpus.length));
    const faults: unknown[] = [];
    const served = { kserve: 0 };

    for (const path of paths) {
      const file = decoded(path);
      const documents = parseDocuments(file);
      const { facts, diagnostics } = readEvidence(file);
      served.kserve += facts.filter((fact) => fact.type === 'deployment.target' && fact.platform === 'kserve').length;
      faults.push(...facts.filter((fact) => !factSchema.safeParse(fact).success || !resolvePlace(file, fact.place, documents).found));
      faults.push(...diagnostics.filter(({ place }) => place !== null && !resolvePlace(file, place, documents).found));
    }

    expect(faults).toEqual([]);
    expect(served.kserve).toBeGreaterThan(0);
  });
});

function decoded(path: string): SourceFile {
  const bytes = readFileSync(join(corpus, path));
  try {
    return sourceFile(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return sourceFile(path, null);
  }
}
