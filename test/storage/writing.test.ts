import { describe, expect, onTestFinished, test } from 'vitest';
import { createFile, openFile } from '../../electron/storage/database.ts';
import { StorageError } from '../../electron/storage/problems.ts';
import { writing } from '../../electron/storage/writing.ts';
import { newPath } from '../builders/stores.ts';

function aFile() {
  const file = createFile(newPath(), { now: new Date(0) });
  onTestFinished(file.close);
  const put = file.db.prepare<[string, string]>('INSERT INTO meta (name, value) VALUES (?, ?)');
  const names = () => file.db.prepare<[], string>('SELECT name FROM meta ORDER BY name').pluck().all();
  return { file, put, names };
}
const failure = (code: string) => Object.assign(new Error(code), { code });

function kindOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    return thrown instanceof StorageError ? thrown.problem.kind : String(thrown);
  }
  return 'none';
}

describe('writing', () => {
  test.each(['commit', 'commitMuch'] as const)('%s is all or nothing', (how) => {
    const { file, put, names } = aFile();
    const write = writing(file);
    write[how](() => { put.run('a', '1'); });

    expect(kindOf(() => write[how](() => {
      put.run('b', '1');
      throw failure('SQLITE_FULL');
    }))).toBe('disk-full');
    expect([names(), write.barred()]).toEqual([['a'], false]);
    write[how](() => { put.run('c', '1'); });
    expect(names()).toEqual(['a', 'c']);
  });

  test.each(['commit', 'commitMuch'] as const)('a full disk in %s is told, loses nothing, and does not end the session', (how) => {
    const { file, put, names } = aFile();
    const write = writing(file);
    write.commit(() => { put.run('a', '1'); });
    file.db.pragma(`max_page_count = ${String(file.db.pragma('page_count', { simple: true }))}`);
    const full = kindOf(() => write[how](() => { put.run('b', 'x'.repeat(100_000)); }));
    file.db.pragma('max_page_count = 1000000');
    write[how](() => { put.run('c', 'x'.repeat(100_000)); });

    expect([full, names(), write.barred()]).toEqual(['disk-full', ['a', 'c'], false]);
  });

  test('after the disk failed once nothing is written any more', () => {
    const { file, put, names } = aFile();
    const write = writing(file);

    expect(kindOf(() => write.commit(() => { throw failure('SQLITE_IOERR_FSYNC'); }))).toBe('io');
    expect(kindOf(() => write.commit(() => { put.run('a', '1'); }))).toBe('io');
    expect([write.barred(), names()]).toEqual([true, []]);
  });

  test('a bug comes through as it is, and bars nothing', () => {
    const { file } = aFile();
    const write = writing(file);

    expect(kindOf(() => write.commit(() => { throw new TypeError('a bug'); }))).toBe('TypeError: a bug');
    expect(write.barred()).toBe(false);
  });

  test('much data leaves the settings as they were', () => {
    const { file, put } = aFile();
    writing(file).commitMuch(() => { put.run('a', '1'); });

    expect(['journal_mode', 'synchronous'].map((name) => file.db.pragma(name, { simple: true }))).toEqual(['wal', 2]);
  });

  test('a file open for reading says why it takes nothing', () => {
    const { file } = aFile();
    file.close();
    const newer = openFile(file.path, { now: new Date(0), migrations: [] });
    onTestFinished(newer.close);

    expect(kindOf(() => writing(newer).commit(() => undefined))).toBe('newer-file');
  });
});
