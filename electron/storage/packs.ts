import type { Database } from 'better-sqlite3';
import type { PackText } from '#assessments';

/** The texts of pinned packs, by the hash of the pack. */
export type PackTexts = {
  /** The texts in the order they were pinned; empty where the file has none of this hash. */
  readonly read: (pack: string) => readonly PackText[];
  /** Stores the texts of a pack once. To be called within a transaction. */
  readonly add: (pack: string, texts: readonly PackText[]) => void;
};

export function packTexts(db: Database): PackTexts {
  const read = db.prepare<[string], PackText>('SELECT path, text FROM pack_text WHERE pack = ? ORDER BY position');
  const insert = db.prepare<[string, string, string]>('INSERT INTO pack_text (pack, path, text) VALUES (?, ?, ?)');
  return {
    read: (pack) => read.all(pack),
    add: (pack, texts) => {
      if (read.all(pack).length > 0) return;
      for (const { path, text } of texts) insert.run(pack, path, text);
    },
  };
}
