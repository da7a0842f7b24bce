/** A full commit hash, or a digest for an image, behind the name of what is reused. */
export function isPinned(uses: string | null): boolean {
  return uses !== null && /@(?:[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/i.test(uses);
}

/** The first line of a command or reference, as a name for a step that has none. */
export function shortName(source: string | null): string {
  return cut((source ?? '').trim().split(/\r?\n/)[0] ?? '', 120);
}

/** The beginning of a text, without half a surrogate pair at its end. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed();
}
