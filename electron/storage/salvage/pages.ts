import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type WalFrame, isPageSize, readWal } from './wal.ts';

/** The pages of a file and of the write-ahead log beside it, as they lie on the disk, whatever the header says. */
export type Pages = {
  readonly pageSize: number;
  /** Every page there is, those of the log behind those of the file, which may be older versions of them. */
  readonly all: () => Generator<PageImage>;
  /** A page by its number: as the log has it last (`newest`), or as the file has it. Null where there is none. */
  readonly page: (number: number, version: 'newest' | 'file') => Buffer | null;
  readonly close: () => void;
};
export type PageImage = { readonly number: number; readonly bytes: Buffer };

/** Page sizes to try, the one we use first. */
export const pageSizes = [16_384, 4_096, 65_536, 32_768, 8_192, 2_048, 1_024, 512] as const;

/** The size of a page according to the file's header; null where that does not hold. */
export function statedPageSize(path: string): number | null {
  const header = readFrom(path, 18);
  const stated = header.length < 18 ? 0 : header.readUInt16BE(16);
  const size = stated === 1 ? 65_536 : stated;
  return isPageSize(size) ? size : null;
}

export function openPages(path: string, pageSize: number): Pages {
  const file = openSync(path, 'r');
  const wal = readWal(`${path}-wal`, pageSize);
  const log = wal !== null && wal.pageSize === pageSize && wal.frames.length > 0 ? openSync(`${path}-wal`, 'r') : null;
  const frames = log === null || wal === null ? [] : wal.frames;
  const newest = new Map<number, WalFrame>(frames.map((frame) => [frame.page, frame]));
  const count = Math.ceil(fstatSync(file).size / pageSize);
  const fromFile = (number: number): Buffer | null => (number < 1 || number > count ? null : readAt(file, (number - 1) * pageSize, pageSize));
  const fromLog = ({ offset }: WalFrame): Buffer => (log === null ? Buffer.alloc(0) : readAt(log, offset, pageSize));
  return {
    pageSize,
    *all() {
      for (let number = 1; number <= count; number += 1) {
        const bytes = fromFile(number);
        if (bytes !== null) yield { number, bytes };
      }
      for (const frame of frames) yield { number: frame.page, bytes: fromLog(frame) };
    },
    page: (number, version) => {
      const frame = version === 'newest' ? newest.get(number) : undefined;
      return frame === undefined ? fromFile(number) : fromLog(frame);
    },
    close: () => {
      closeSync(file);
      if (log !== null) closeSync(log);
    },
  };
}

/** The last page of a file may be cut off; what is missing reads as zeros. */
function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const count = readSync(file, bytes, done, length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return bytes;
}

function readFrom(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
