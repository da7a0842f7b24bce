/** The files of a `.git` folder by their name in it, with `/`: `HEAD`, `refs/heads/main`, `objects/pack/pack-….idx`. */
export type GitFiles = ReadonlyMap<string, () => Uint8Array>;

/** The text of one of them; null where it is not there. */
export function gitText(files: GitFiles, name: string): string | null {
  const bytes = files.get(name)?.();
  return bytes === undefined ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** A hash as git writes it: SHA-1, or SHA-256 in newer repositories. */
export const hashPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
