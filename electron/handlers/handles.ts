import { randomBytes } from 'node:crypto';
import type { DownloadHandle, SourceHandle } from '../contract.ts';

/** A file as it came through a browser: its bytes under an opaque name, its own path kept only as text. */
export type UploadedFile = { readonly path: string; readonly absolute: string; readonly modified: string | null };

/** What the user chose: a path of the machine (dialog, drop, command line), or files that came through a browser. */
export type Source =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'upload'; readonly label: string; readonly files: readonly UploadedFile[]; readonly discard: () => void };

/** A finished file that waits to be saved by the user. */
export type Offer = { readonly path: string; readonly name: string; readonly mediaType: string;
  /** Called when the user takes it. */
  readonly taken?: () => void;
};

/**
 * Stands between the renderer and the machine: the renderer holds random handles, never a path. Only a shell issues a
 * source (after a dialog, a drop or an upload) and only a handler offers a download.
 */
export type Handles = {
  readonly issue: (source: Source) => SourceHandle;
  readonly look: (handle: SourceHandle) => Source | undefined;
  /** Looks and forgets: a handle is good for one use. */
  readonly take: (handle: SourceHandle) => Source | undefined;
  readonly offer: (file: Offer) => DownloadHandle;
  readonly lookOffer: (handle: DownloadHandle) => Offer | undefined;
  readonly takeOffer: (handle: DownloadHandle) => Offer | undefined;
};

export function createHandles(): Handles {
  const sources = new Map<SourceHandle, Source>();
  const offers = new Map<DownloadHandle, Offer>();
  return {
    issue: (source) => keep(sources, source),
    look: (handle) => sources.get(handle),
    take: (handle) => takeFrom(sources, handle),
    offer: (file) => keep(offers, file),
    lookOffer: (handle) => offers.get(handle),
    takeOffer: (handle) => {
      const offer = takeFrom(offers, handle);
      offer?.taken?.();
      return offer;
    },
  };
}

function keep<Value>(held: Map<string, Value>, value: Value): string {
  const handle = randomBytes(18).toString('base64url');
  held.set(handle, value);
  return handle;
}

function takeFrom<Value>(held: Map<string, Value>, handle: string): Value | undefined {
  const value = held.get(handle);
  held.delete(handle);
  return value;
}
