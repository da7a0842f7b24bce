import type { FileReading } from '#assessments';
import { gitFolders, neededFiles } from './git-folders.ts';
import type { ReadingLimits } from './limits.ts';
import type { FileToRead } from './reader.ts';

/** The repositories among files to be read: each is read through its HEAD, its other files count as read by that. */
export type Repositories = {
  /** What is said of a file that is read with its repository; undefined for HEAD and for every other file. */
  readonly readingOf: (index: number) => FileReading | undefined;
  /** The file as it is; a HEAD with the files it is read with. */
  readonly withBeside: (file: FileToRead, index: number) => FileToRead;
  /** The files read with a HEAD; none for any other file. */
  readonly othersOf: (head: number) => readonly number[];
};

export function repositoriesIn(files: readonly FileToRead[], limits: Pick<ReadingLimits, 'repositoryBytes'>): Repositories {
  const folders = new Map(gitFolders(files.map(({ entry }) => entry.path)).map((folder) => [folder.head, folder]));
  const others = new Set([...folders.values()].flatMap(({ head, members }) => members.filter((index) => index !== head)));
  return {
    readingOf: (index) => (others.has(index) ? { path: files[index]?.entry.path ?? '', importer: 'git', facts: [], diagnostics: [], fragments: [] } : undefined),
    withBeside: (file, index) => {
      const own = folders.get(index);
      if (own === undefined) return file;
      const members = own.members.flatMap((member) => files[member] ?? []);
      return { ...file, beside: () => neededFiles(own.folder, members, limits.repositoryBytes).map(({ name, file: { bytes } }) => ({ name, bytes: bytes() })) };
    },
    othersOf: (head) => folders.get(head)?.members.filter((index) => index !== head) ?? [],
  };
}
