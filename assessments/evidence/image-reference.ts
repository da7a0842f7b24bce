/** A container image taken apart. `digest` is 64 hex digits; null where none is stated or it is shortened. */
export type ImageReference = { readonly image: string; readonly tag: string | null; readonly digest: string | null; readonly moving: boolean };

const movingTags = /^(?:latest|main|master|stable|nightly|edge|dev|develop|head|current)$/i;

/** The parts of an image name as Docker and Kubernetes write it: `registry:5000/path:tag@sha256:…`. */
export function imageReference(written: string): ImageReference {
  const [name = '', ...digests] = written.trim().split('@');
  const digest = /^sha256:([0-9a-f]{64})$/i.exec(digests.join('@'))?.[1]?.toLowerCase() ?? null;
  const [, image = name, tag = null] = /^(.+?)(?::([^:/]+))?$/.exec(name) ?? [];
  return { image, tag, digest, moving: digests.length === 0 && (tag === null || movingTags.test(tag)) };
}
