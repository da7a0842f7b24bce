import type { SourceFile } from '#assessments';

/** An evidence file as intake would hand it over; a test names its path and its text. */
export function sourceFile(path: string, text: string | null): SourceFile {
  return {
    path, text, decoded: null, artefact: '0'.repeat(64), size: text?.length ?? 1,
    mediaType: text === null ? 'application/octet-stream' : 'text/plain', encoding: text === null ? null : 'utf-8',
  };
}
