import { type Archive, type Member, MemberDamaged } from './archives/archive.ts';
import { openGzip } from './archives/gzip-archive.ts';
import { openTar } from './archives/tar-archive.ts';
import { plainFlow } from './archives/flow.ts';
import { openZip } from './archives/zip-archive.ts';
import { type ByteSource, bufferSource } from './byte-source.ts';
import { type Contents, stageStream, stageWhole } from './contents.ts';
import { archiveMediaTypes } from './decode/media-type.ts';
import { memberPath } from './evidence-paths.ts';
import type { Intake } from './intake.ts';
import { Unreadable } from './read-file.ts';
import type { Reason } from './sentences.ts';

/** What one chosen archive may still unpack to, everything nested in it included. */
export type Allowance = { entries: number; bytes: number };

/** An archive that is to be taken: its own path and contents, and how many archives lie around it. */
export type ArchiveFile = { readonly path: string; readonly duplicate: boolean; readonly changed: boolean; readonly contents: Contents; readonly depth: number };

/** Takes an archive and everything in it: the archive is an artefact itself, its members are files of their own. */
export async function takeArchive(intake: Intake, file: ArchiveFile, source: ByteSource, allowance: Allowance): Promise<void> {
  const archive = await openArchive(intake, file, source, allowance);
  try {
    recordFile(intake, file, archive.container);
    if (archive.container === null) await takeMembers(intake, file, archive, allowance);
  } finally {
    archive.close();
  }
}

/** Whether what was taken is an archive whose members are to be taken too. */
export function isArchive({ mediaType }: Contents): boolean {
  return archiveMediaTypes.has(mediaType);
}

function openArchive({ limits, breathe }: Intake, { path, contents: { mediaType } }: ArchiveFile, source: ByteSource, room: Allowance): Promise<Archive> {
  switch (mediaType) {
    case 'application/gzip': return openGzip(source, path, limits, room, breathe);
    case 'application/x-tar': return openTar(plainFlow(source), limits, { ...room, bytes: source.size }, breathe);
    default: return openZip(source, limits, room.entries, breathe);
  }
}

async function takeMembers(intake: Intake, file: ArchiveFile, archive: Archive, allowance: Allowance): Promise<void> {
  allowance.entries -= archive.members.length;
  intake.ledger.offer(archive.members.length, 0);
  for (const member of archive.members) {
    await intake.breathe();
    intake.report(memberPath(file.path, member.name));
    await takeMember(intake, file, member, allowance);
  }
  if (archive.incomplete !== null) {
    intake.ledger.offer(1, 0);
    intake.ledger.refuse(memberPath(file.path, ''), archive.incomplete);
  }
}

/** Notes in the books what became of a file that was read. `container`: the media type, where it is a format of its own inside a zip archive. */
export function recordFile({ ledger }: Intake, { path, duplicate, changed, contents }: Omit<ArchiveFile, 'depth'>, container: string | null = null): void {
  if (duplicate) ledger.duplicate();
  else ledger.take(path, contents, container ?? contents.mediaType);
  if (changed) ledger.change(path);
}

async function takeMember(intake: Intake, file: ArchiveFile, member: Member, allowance: Allowance): Promise<void> {
  const contents = await allowedContents(intake, member, allowance);
  if (typeof contents === 'string') {
    intake.ledger.refuse(memberPath(file.path, member.name), contents);
    return;
  }
  const given = intake.paths.ofMember(file.path, member.name, contents.artefact);
  const taken = { ...given, contents, depth: file.depth + 1 };
  if (!given.duplicate && isUnusual(intake, contents.size, member.packed)) intake.ledger.warn(given.path, 'unusualRatio');
  if (isArchive(contents)) await takeNested(intake, taken, allowance);
  else recordFile(intake, taken);
}

/** What a member is said to hold counts even where its data turns out to be damaged. */
async function allowedContents(intake: Intake, member: Member, allowance: Allowance): Promise<Contents | Reason> {
  const said = member.size ?? 0;
  if (member.refused !== null) return member.refused;
  if (said > allowance.bytes) return 'archiveTooLarge';
  allowance.bytes -= said;
  const contents = await contentsOf(intake, member);
  if (member.size === null && typeof contents !== 'string') allowance.bytes -= contents.size;
  return contents;
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
function isUnusual({ limits }: Intake, size: number, packed: number): boolean {
  return size > limits.wholeBytes && size > packed * limits.unusualRatio;
}

/** Reads and stages one member, or says why its data cannot be had. */
async function contentsOf(intake: Intake, member: Member): Promise<Contents | Reason> {
  const { sink, known, limits } = intake;
  try {
    if (member.size !== null && Math.max(member.size, member.packed) <= limits.wholeBytes) return stageWhole(member.name, await member.whole(), sink, known);
  } catch (thrown) {
    return reasonOf(thrown);
  }
  const stream = stageStream(member.name, sink, known, (member.size ?? 0) <= limits.nestedArchiveBytes ? member.size ?? limits.nestedArchiveBytes : 0);
  try {
    await member.stream(intake.breathe, stream.write);
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
