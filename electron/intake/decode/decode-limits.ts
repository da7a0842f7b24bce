/** What the tables of one database may hold in memory. */
export type DatabaseLimits = {
  readonly tables: number;
  readonly columns: number;
  /** Per table, so that one long table of measurements leaves room for the others. */
  readonly rows: number;
  /** Values of all tables together. */
  readonly cells: number;
  /** UTF-16 units of one value, and of all values together. */
  readonly cellCharacters: number;
  readonly characters: number;
};

export const databaseLimits: DatabaseLimits = { tables: 500, columns: 200, rows: 50_000, cells: 1_000_000, cellCharacters: 65_536, characters: 32_000_000 };

/** What reading one workbook may cost. */
export type WorkbookLimits = {
  /** Parts the archive may list, and unpacked bytes of one part and of all parts that are read. */
  readonly parts: number;
  readonly partBytes: number;
  readonly bytes: number;
  readonly sheets: number;
  readonly sharedStrings: number;
  readonly styles: number;
  readonly cells: number;
  /** Places in the rows, empty ones included: one cell in the last corner of a sheet makes a long row. */
  readonly slots: number;
  readonly cellCharacters: number;
  readonly characters: number;
};

export const workbookLimits: WorkbookLimits = {
  parts: 5_000, partBytes: 64_000_000, bytes: 128_000_000, sheets: 500, sharedStrings: 500_000, styles: 100_000,
  cells: 1_000_000, slots: 2_000_000, cellCharacters: 32_767, characters: 32_000_000,
};

/** What reading one document may cost. */
export type DocumentLimits = {
  /** Parts the archive may list, and unpacked bytes of one part and of all parts that are read. */
  readonly parts: number;
  readonly partBytes: number;
  readonly bytes: number;
  readonly lines: number;
  readonly characters: number;
  readonly pages: number;
  /** Of a PDF; and what one stream in it, and all large ones together, may unfold to. */
  readonly fileBytes: number;
  readonly streamBytes: number;
  readonly streamsBytes: number;
};

export const documentLimits: DocumentLimits = {
  parts: 5_000, partBytes: 64_000_000, bytes: 128_000_000, lines: 200_000, characters: 5_000_000, pages: 500, fileBytes: 50_000_000, streamBytes: 64_000_000, streamsBytes: 512_000_000,
};

/** What reading one repository may cost. */
export type GitLimits = {
  readonly refs: number;
  readonly commits: number;
  /** Of these, the newest whose changed files are counted, and files that are counted of one. */
  readonly comparedCommits: number;
  readonly comparedFiles: number;
  /** Folders that are read for that. */
  readonly trees: number;
  /** Unpacked bytes of one object; larger ones are data, and no commit or folder. */
  readonly objectBytes: number;
  /** Objects that one packed object may build on, one on the other. */
  readonly deltaDepth: number;
  /** Unpacked bytes that are kept, because other objects build on them. */
  readonly keptBytes: number;
};

export const gitLimits: GitLimits = {
  refs: 20_000, commits: 20_000, comparedCommits: 1_500, comparedFiles: 10_000, trees: 20_000,
  objectBytes: 8_000_000, deltaDepth: 4_096, keptBytes: 48_000_000,
};
