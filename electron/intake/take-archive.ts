import { type Archive, type Member, openArchive } from './archive.ts';
import { MemberDamaged, readMember, streamMember } from './archive-data.ts';
import { type ByteSource, bufferSource } from './byte-source.ts';
import { type Contents, stageStream, stageWhole } from './contents.ts';
import { memberPath } from './evidence-paths.ts';
import type { Intake } from './intake.ts';
import { Unreadable } from './read-file.ts';
import type { Reason } from './sentences.ts';

/** What one chosen archive may still unpack to, everything nested in it included. */
export type Allowance = { entries: number; bytes: number };

/** An archive that is to be taken: its own path and contents, and how many archives lie around it. */
export type ArchiveFile = { readonly path: string; readonly duplicate: boolean; readonly contents: Contents; readonly depth: number };

/** Takes an archive and everything in it: the archive is an artefact itself, its members are files of their own. */
export async function takeArchive(intake: Intake, file: ArchiveFile, source: ByteSource, allowance: Allowance): Promise<void> {
  const archive = await openArchive(source, intake.limits, allowance.entries, intake.breathe);
  recordFile(intake, file, archive.container);
  if (archive.container !== null) return;

  allowance.entries -= archive.members.length;
  intake.ledger.offer(archive.members.length, 0);
  for (const member of archive.members) {
    await intake.breathe();
    intake.report(memberPath(file.path, member.name));
    await takeMember(intake, file, archive, member, allowance);
  }
  if (archive.incomplete !== null) {
    intake.ledger.offer(1, 0);
    intake.ledger.refuse(memberPath(file.path, ''), archive.incomplete);
  }
}

/** Notes in the books what became of a file that was read. `container`: the media type, where it is a format of its own inside a zip archive. */
export function recordFile({ ledger }: Intake, { path, duplicate, contents }: Omit<ArchiveFile, 'depth'>, container: string | null = null): void {
  if (duplicate) ledger.duplicate();
  else ledger.take(path, contents, container ?? contents.mediaType);
}

async function takeMember(intake: Intake, file: ArchiveFile, archive: Archive, member: Member, allowance: Allowance): Promise<void> {
  const refused = member.refused ?? (member.entry.uncompressedSize > allowance.bytes ? 'archiveTooLarge' : null);
  if (refused !== null) {
    intake.ledger.refuse(memberPath(file.path, member.name), refused);
    return;
  }
  allowance.bytes -= member.entry.uncompressedSize;
  const contents = await contentsOf(intake, archive, member);
  if (typeof contents === 'string') {
    intake.ledger.refuse(memberPath(file.path, member.name), contents);
    return;
  }
  const given = intake.paths.ofMember(file.path, member.name, contents.artefact);
  const taken = { ...given, contents, depth: file.depth + 1 };
  if (!given.duplicate && isUnusual(intake, member)) intake.ledger.warn(given.path, 'unusualRatio');
  if (contents.mediaType === 'application/zip') await takeNested(intake, taken, allowance);
  else recordFile(intake, taken);
}

async function takeNested(intake: Intake, file: ArchiveFile, allowance: Allowance): Promise<void> {
  const bytes = file.contents.bytes;
  const tooDeep = file.depth > intake.limits.archiveDepth;
  if (bytes !== null && !tooDeep) {
    await takeArchive(intake, file, bufferSource(bytes), allowance);
    return;
  }
  recordFile(intake, file);
  if (!file.duplicate) intake.ledger.warn(file.path, tooDeep ? 'nestedTooDeep' : 'nestedTooLarge');
}

/** Only real size tells: a few bytes repeated a thousand times harm nobody. */
function isUnusual({ limits }: Intake, { entry }: Member): boolean {
  return entry.uncompressedSize > limits.wholeBytes && entry.uncompressedSize > entry.compressedSize * limits.unusualRatio;
}

/** Reads and stages one member, or says why its data cannot be had. */
async function contentsOf(intake: Intake, archive: Archive, member: Member): Promise<Contents | Reason> {
  const { sink, known, limits } = intake;
  const { uncompressedSize, compressedSize } = member.entry;
  try {
    if (Math.max(uncompressedSize, compressedSize) <= limits.wholeBytes) return stageWhole(member.name, await readMember(archive, member), sink, known);
  } catch (thrown) {
    return reasonOf(thrown);
  }
  const stream = stageStream(member.name, sink, known, uncompressedSize <= limits.nestedArchiveBytes ? uncompressedSize : 0);
  try {
    await streamMember(archive, member, intake.breathe, stream.write);
  } catch (thrown) {
    stream.drop();
    return reasonOf(thrown);
  }
  return stream.finish();
}

function reasonOf(thrown: unknown): Reason {
  if (thrown instanceof Unreadable) return thrown.reason;
  if (thrown instanceof MemberDamaged || thrown instanceof RangeError) return 'memberDamaged';
  throw thrown;
}
