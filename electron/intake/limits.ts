/** How much one intake and one archive may hold. Bytes unless the name says otherwise. */
export type IntakeLimits = {
  readonly files: number;
  readonly folderDepth: number;
  readonly pathLength: number;
  readonly fileBytes: number;
  /** Files up to this size are read in one piece; larger ones are streamed. */
  readonly wholeBytes: number;
  readonly archiveEntries: number;
  /** Unpacked bytes of one archive with everything nested in it. */
  readonly archiveBytes: number;
  readonly entryBytes: number;
  /** How many archives may lie in one another and still be opened. */
  readonly archiveDepth: number;
  /** Archives inside archives are unpacked in memory, so larger ones are kept closed. */
  readonly nestedArchiveBytes: number;
  /** Only a warning: repetitive logs really do shrink this much. */
  readonly unusualRatio: number;
};

const MB = 1024 * 1024;

export const intakeLimits: IntakeLimits = {
  files: 200_000,
  folderDepth: 64,
  pathLength: 4096,
  fileBytes: 2048 * MB,
  wholeBytes: 8 * MB,
  archiveEntries: 100_000,
  archiveBytes: 4096 * MB,
  entryBytes: 512 * MB,
  archiveDepth: 3,
  nestedArchiveBytes: 64 * MB,
  unusualRatio: 200,
};

/** What reading one file's content may cost. */
export type ReadingLimits = {
  /** Larger texts are kept but not read. */
  readonly textBytes: number;
  /** Likewise for workbooks and databases. */
  readonly decodedBytes: number;
  /** Files of one repository together; packs that do not fit are left out. */
  readonly repositoryBytes: number;
  readonly millisecondsPerFile: number;
  readonly heapMegabytes: number;
};

export const readingLimits: ReadingLimits = { textBytes: 50 * MB, decodedBytes: 64 * MB, repositoryBytes: 128 * MB, millisecondsPerFile: 5000, heapMegabytes: 512 };
