import { brokenDiagnostic, diagnostic } from './diagnostics.ts';
import { inDocumentOrder } from './document-order.ts';
import type { Documents } from './documents.ts';
import type { Fact } from './facts.ts';
import type { Diagnostic, SourceFile } from './file.ts';
import type { Importer } from './importer.ts';
import { importers } from './importers/index.ts';
import { parseDocuments } from './parse-documents.ts';

/** What was read out of one file; `importer` names the format (several joined by `+`), null where none claims the file. */
export type FileReading = {
  readonly path: string;
  readonly importer: string | null;
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Recognises a file and reads it; facts are in document order and depend on this file alone. A broken, empty or
 * ambiguous file yields a diagnostic; a file that no importer claims yields nothing.
 */
export function readEvidence(file: SourceFile, known: readonly Importer[] = importers): FileReading {
  const documents = parseDocuments(file);
  if (documents.kind === 'broken') return { path: file.path, importer: null, facts: [], diagnostics: [brokenDiagnostic(file.path, documents)] };

  const claims = known.filter((importer) => importer.recognises(file, documents));
  if (claims.some((one) => claims.some((other) => one !== other && !shares(one, other)))) {
    return { path: file.path, importer: null, facts: [], diagnostics: [diagnostic('ambiguous', file.path, { detail: claims.map(({ id }) => id).join(', ') })] };
  }
  return readAs(claims, file, documents);
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
  };
}
