import { basename } from 'node:path/posix';
import type { Breathe } from '../breathing.ts';
import type { ByteSource } from '../byte-source.ts';
import { isTar } from '../decode/media-type.ts';
import type { IntakeLimits } from '../limits.ts';
import { Unreadable } from '../read-file.ts';
import { type Archive, type Member, MemberDamaged } from './archive.ts';
import { type Flow, flowReader, gunzipFlow } from './flow.ts';
import { type ArchiveRoom, openTar } from './tar-archive.ts';
import { isBadlyPacked } from './zip-data.ts';

/** Opens what gzip packed: a tar archive, or else one file, named like the archive without its ending. */
export async function openGzip(source: ByteSource, path: string, limits: IntakeLimits, room: ArchiveRoom, breathe: Breathe): Promise<Archive> {
  const flow = gunzipFlow(source);
  const head = await headOf(flow);
  if (head === null) return { members: [], incomplete: 'archiveDamaged', container: null, close: () => undefined };
  if (isTar(head)) return openTar(flow, limits, room, breathe);
  return { members: [onlyMember(flow, path, source.size, limits, room)], incomplete: null, container: null, close: () => undefined };
}

/** Null where nothing can be unpacked. */
async function headOf(flow: Flow): Promise<Buffer | null> {
  const reader = flowReader(flow);
  const pieces: Buffer[] = [];
  try {
    for await (const piece of reader.stretch(0, 512)) pieces.push(piece);
  } catch (thrown) {
    if (!isBadlyPacked(thrown)) throw thrown;
    if (pieces.length === 0) return null;
  } finally {
    reader.close();
  }
  return Buffer.concat(pieces);
}

function onlyMember(flow: Flow, path: string, packed: number, limits: IntakeLimits, room: ArchiveRoom): Member {
  const stream: Member['stream'] = async (breathe, write) => {
    let size = 0;
    for await (const piece of flow.pieces()) {
      size += piece.length;
      if (size > limits.entryBytes) throw new Unreadable('entryTooLarge');
      if (size > room.bytes) throw new Unreadable('archiveTooLarge');
      write(piece);
      await breathe();
    }
  };
  const name = basename(path).replace(/\.(gz|gzip)$/i, '') || basename(path);
  return {
    name, packed, size: null, refused: null,
    stream: (breathe, write) => stream(breathe, write).catch((thrown: unknown) => { throw isBadlyPacked(thrown) ? new MemberDamaged() : thrown; }),
    whole: () => Promise.reject(new MemberDamaged()),
  };
}
