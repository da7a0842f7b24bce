import { isUtf8 } from 'node:buffer';
import { createHash, hash } from 'node:crypto';
import { type TextEncoding, detectEncoding, wholeCharacters } from './decode/encoding.ts';
import { mayBeArchive, mediaTypeOf } from './decode/media-type.ts';

/** Where artefacts go: the part of a staging file that the intake needs. Bytes given to it are used again for the next file. */
export type ArtefactSink = {
  readonly has: (artefact: string) => boolean;
  readonly put: (artefact: string, bytes: Uint8Array) => void;
  readonly begin: () => { readonly write: (bytes: Uint8Array) => void; readonly end: (artefact: string) => void; readonly cancel: () => void };
};

/** What bytes are, whatever file they are in. `bytes` is null where they were streamed and are no longer in memory. */
export type Contents = { readonly artefact: string; readonly size: number; readonly mediaType: string; readonly encoding: TextEncoding | null; readonly bytes: Uint8Array | null };

/** Takes pieces of one file and stages them; nothing is staged unless `finish` is called. */
export type ContentsStream = {
  readonly write: (piece: Uint8Array) => void;
  readonly finish: () => Contents;
  readonly drop: () => void;
};

const headBytes = 256 * 1024;
/** From so many bytes on it is known whether a file is an archive. */
const headOfArchive = 262;

/** Stages bytes that are whole in memory, unless they are stored already (`known`). */
export function stageWhole(path: string, bytes: Uint8Array, sink: ArtefactSink, known: (artefact: string) => boolean): Contents {
  const artefact = hash('sha256', bytes);
  if (!known(artefact) && !sink.has(artefact)) sink.put(artefact, bytes);
  const encoding = detectEncoding(bytes);
  return { artefact, size: bytes.length, mediaType: mediaTypeOf(path, bytes, encoding), encoding, bytes };
}

/** Stages bytes that come in pieces, unless they turn out to be stored already. Up to `keepArchive` bytes of an archive stay in memory, to be opened. */
export function stageStream(path: string, sink: ArtefactSink, known: (artefact: string) => boolean, keepArchive = 0): ContentsStream {
  const writer = sink.begin();
  const digest = createHash('sha256');
  const head = pieceKeeper(headBytes);
  const text = textProbe();
  const whole = pieceKeeper(keepArchive);
  let size = 0;
  let settled = keepArchive === 0;
  return {
    write: (piece) => {
      size += piece.length;
      writer.write(piece);
      digest.update(piece);
      head.add(piece);
      whole.add(piece);
      if (!settled && size >= headOfArchive) {
        settled = true;
        if (!mayBeArchive(head.bytes())) whole.forget();
      }
      text.add(piece);
    },
    finish: () => {
      const artefact = digest.digest('hex');
      if (known(artefact) || sink.has(artefact)) writer.cancel();
      else writer.end(artefact);
      const start = head.bytes();
      const encoding = text.confirm(detectEncoding(start, size <= start.length));
      return { artefact, size, mediaType: mediaTypeOf(path, start, encoding), encoding, bytes: whole.size() === size ? whole.bytes() : null };
    },
    drop: () => { writer.cancel(); },
  };
}

/** Keeps copies of pieces as long as they fit. */
function pieceKeeper(limit: number): { readonly add: (piece: Uint8Array) => void; readonly forget: () => void; readonly size: () => number; readonly bytes: () => Buffer } {
  let room = limit;
  let kept: Buffer[] = [];
  let size = 0;
  return {
    add: (piece) => {
      const part = piece.subarray(0, room);
      room -= part.length;
      size += part.length;
      if (part.length > 0) kept.push(Buffer.from(part));
    },
    forget: () => {
      room = 0;
      kept = [];
      size = 0;
    },
    size: () => size,
    bytes: () => Buffer.concat(kept),
  };
}

/** Looks at every byte of a long file: the head alone would call a text what ends in binary data. */
function textProbe(): { readonly add: (piece: Uint8Array) => void; readonly confirm: (encoding: TextEncoding | null) => TextEncoding | null } {
  let utf8 = true;
  let zeros = false;
  let cut: Uint8Array = new Uint8Array(0);
  return {
    add: (piece) => {
      zeros ||= piece.includes(0);
      if (!utf8) return;
      const bytes = cut.length === 0 ? piece : Buffer.concat([cut, piece]);
      const whole = wholeCharacters(bytes);
      utf8 = isUtf8(whole);
      cut = Buffer.from(bytes.subarray(whole.length));
    },
    confirm: (encoding) => {
      if (encoding === 'utf-8') return utf8 && cut.length === 0 && !zeros ? encoding : null;
      return encoding === 'gb18030' && zeros ? null : encoding;
    },
  };
}
