import { createHash } from 'node:crypto';
import type { FileReading, Fragment } from '#assessments';
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
  /** The reading of a HEAD with what it was made of; any other as it is. */
  readonly signed: (index: number, reading: FileReading) => FileReading;
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
    signed: (index, reading) => {
      const own = folders.get(index);
      return own === undefined ? reading : { ...reading, fragments: [...reading.fragments, madeOf(reading.path, own.members.flatMap((member) => files[member]?.entry ?? []))] };
    },
  };
}

type Member = { readonly path: string; readonly artefact: string };

/** No assembler knows this set: the fragment only tells which files a reading of a repository was made of. */
function madeOf(head: string, members: readonly Member[]): Fragment {
  const listed = members.map(({ path, artefact }) => `${path} ${artefact}`).sort().join('\n');
  return { set: 'repository', key: head, part: 'made-of', name: '', value: createHash('sha256').update(listed).digest('hex'), place: { file: head, pointer: '' } };
}

/**
 * The files of repositories whose reading was made of other files than are there now, all of each: a new branch, or one
 * that is taken back, changes what a HEAD that did not change has to tell.
 */
export function outdatedRepositories<File extends Member>(files: readonly File[], readingOf: (file: File) => FileReading | undefined): readonly File[] {
  return gitFolders(files.map(({ path }) => path)).flatMap(({ head, members }) => {
    const own = members.flatMap((index) => files[index] ?? []);
    const file = files[head];
    const reading = file === undefined ? undefined : readingOf(file);
    const signature = file === undefined ? undefined : madeOf(file.path, own).value;
    return reading?.fragments.some(({ set, value }) => set === 'repository' && value === signature) === true ? [] : own;
  });
}
