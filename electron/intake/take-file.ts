import { bufferSource } from './byte-source.ts';
import { type NamedSource, memberPath } from './evidence-paths.ts';
import type { Intake } from './intake.ts';
import { readContents } from './read-contents.ts';
import { Unreadable, withFile } from './read-file.ts';
import { type Allowance, type ArchiveFile, isArchive, recordFile, takeArchive } from './take-archive.ts';
import type { Location, Offered, OfferedFile } from './walk.ts';

/** Takes one file of this machine, and what is in it where it is an archive; or refuses it. */
export async function takeFile(intake: Intake, source: NamedSource, item: OfferedFile): Promise<void> {
  if (item.size > intake.limits.fileBytes) {
    intake.ledger.refuse(shownPath(source, item), 'tooLarge');
    return;
  }
  const name = shownPath(source, item);
  const read = await readContents(intake, item, name).catch(unreadable);
  if (read instanceof Unreadable) {
    intake.ledger.refuse(name, read.reason);
    return;
  }
  const { contents, version } = read;
  const given = intake.paths.ofFile(source, item.path, contents.artefact);
  if (isArchive(contents) && !isInGit(item.path)) await takeArchiveFile(intake, { ...given, contents, depth: 1 }, item.location, version);
  else recordFile(intake, { ...given, contents });
}

async function takeArchiveFile(intake: Intake, file: ArchiveFile, location: Location, version: string): Promise<void> {
  const allowance = { entries: intake.limits.archiveEntries, bytes: intake.limits.archiveBytes };
  if (file.contents.bytes !== null) await takeArchive(intake, file, bufferSource(file.contents.bytes), allowance);
  else await takeLargeArchive(intake, file, allowance, location, version);
}

/** A large archive is opened where it lies; should it change or vanish meanwhile, it is kept as it was and the rest refused. */
async function takeLargeArchive(intake: Intake, file: ArchiveFile, allowance: Allowance, location: Location, version: string): Promise<void> {
  let recorded = false;
  try {
    await withFile(location, null, async (open) => {
      if (open.version !== version) throw new Unreadable('changed');
      recorded = true;
      await takeArchive(intake, file, open, allowance);
    });
  } catch (thrown) {
    const problem = unreadable(thrown);
    if (!recorded) recordFile(intake, file);
    intake.ledger.offer(1, 0);
    intake.ledger.refuse(memberPath(file.path, ''), problem.reason);
  }
}

/** The path under which a file is spoken of before it has one. */
export function shownPath(source: NamedSource, { path }: Offered): string {
  return path === '' ? source.name : path;
}

function unreadable(thrown: unknown): Unreadable {
  if (thrown instanceof Unreadable) return thrown;
  throw thrown;
}

/** Git's own objects are kept for whoever reads repositories; none of them is an archive to unpack. */
function isInGit(path: string): boolean {
  return path.split('/').includes('.git');
}
