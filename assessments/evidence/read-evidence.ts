import { brokenDiagnostic, diagnostic } from './diagnostics.ts';
import { inDocumentOrder } from './document-order.ts';
import type { Documents } from './documents.ts';
import type { Fact } from './facts.ts';
import type { Diagnostic, SourceFile } from './file.ts';
import type { Fragment } from './fragment.ts';
import type { Importer } from './importer.ts';
import { importers } from './importers/index.ts';
import { parseDocuments } from './parse-documents.ts';

/** What was read out of one file; `importer` names the format (several joined by `+`), null where none claims the file. */
export type FileReading = {
  readonly path: string;
  readonly importer: string | null;
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Parts of things that lie in several files; completeFacts puts them together. */
  readonly fragments: readonly Fragment[];
};

/**
 * Recognises a file and reads it; facts are in document order and depend on this file alone. An ambiguous file yields a
 * diagnostic, and so does a broken or empty one that no importer claims; any other file without an importer yields nothing.
 * A table for which a person made a mapping is read by it and by nothing else; a document gives no facts of what it is about.
 */
export function readEvidence(file: SourceFile, known: readonly Importer[] = importers): FileReading {
  const documents = parseDocuments(file);
  const claims = known.filter((importer) => mayRead(importer, file) && importer.recognises(file, documents));
  if (documents.kind === 'broken' && claims.length === 0) return saying(file.path, brokenDiagnostic(file.path, documents));
  if (claims.some((one) => claims.some((other) => one !== other && !shares(one, other)))) {
    return saying(file.path, diagnostic('ambiguous', file.path, { detail: claims.map(({ id }) => id).join(', ') }));
  }
  return readAs(claims, file, documents);
}

function mayRead({ id }: Importer, { mapping, decoded }: SourceFile): boolean {
  if (mapping !== undefined) return id === 'record-table';
  return decoded?.kind !== 'document' || id === 'document';
}

function saying(path: string, told: Diagnostic): FileReading {
  return { path, importer: null, facts: [], diagnostics: [told], fragments: [] };
}

/** Sharing is meant only where both importers say so. */
function shares(one: Importer, other: Importer): boolean {
  return (one.sharesWith?.includes(other.id) ?? false) && (other.sharesWith?.includes(one.id) ?? false);
}

function readAs(claims: readonly Importer[], file: SourceFile, documents: Documents): FileReading {
  const readings = claims.map((importer) => importer.read(file, documents));
  return {
    path: file.path,
    importer: claims.length === 0 ? null : claims.map(({ id }) => id).join('+'),
    facts: inDocumentOrder(readings.flatMap(({ facts }) => facts), documents),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
    fragments: readings.flatMap(({ fragments }) => fragments ?? []),
  };
}
