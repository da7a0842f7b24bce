/**
 * A digest as lower-case hex without `sha256:`, `md5:` or the like; DVC's `.dir` stays. Null where it is not whole: shorter
 * than 128 bits (`4b7...`), a commit that was shortened, or not hex at all.
 */
export function wholeDigest(written: string | null): string | null {
  const bare = (written ?? '').trim().toLowerCase().replace(/^(?:sha-?(?:1|224|256|384|512)|md5|blake3)[:=-]/, '');
  return /^[0-9a-f]{32}(?:[0-9a-f]{8}|[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{64}|[0-9a-f]{96})?(?:\.dir)?$/.test(bare) ? bare : null;
}

/** A commit in full: 40 or 64 hex digits. */
export function isWholeCommit(written: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(written.trim());
}
