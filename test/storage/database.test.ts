import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StorageError, type StorageProblem } from '../../electron/storage/problems.ts';
import { anna, rating } from '../builders/journal.ts';
import { aStore, newPath, open } from '../builders/stores.ts';

function problemOf(run: () => unknown): StorageProblem | null {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof StorageError) return thrown.problem;
    throw thrown;
  }
  return null;
}

/** The path of a closed assessment of two events. */
function aFile(): string {
  const store = aStore();
  store.append([rating('F')], { author: anna });
  store.close();
  return store.path;
}

/** Another process that has the file open, once it has said so. */
async function held(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holding-process.ts'), path], { stdio: ['pipe', 'pipe', 'ignore'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('exit', () => { reject(new Error('did not hold the file')); });
  });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => { child.once('exit', resolve); });
  child.kill('SIGKILL');
  await exit;
}

describe('one writer per file', () => {
  test('a file held by another process is refused, and the holder named', async () => {
    const path = aFile();
    const child = await held(path);
    const problem = problemOf(() => open(path));

    expect(problem).toMatchObject({ kind: 'locked', place: path });
    for (const sentence of [problem?.zh, problem?.en]) {
      expect(sentence).toContain(hostname());
      expect(sentence).toContain(String(child.pid));
    }
  });

  test('what a killed holder leaves behind keeps nobody out and loses nothing', async () => {
    const path = aFile();
    await killed(await held(path));
    const left = readdirSync(dirname(path)).sort();
    const store = open(path);
    store.append([rating('N')], { author: anna });
    store.close();

    expect(left).toContain('评估 a.maturity.lock');
    expect([store.revision(), readdirSync(dirname(path))]).toEqual([3, ['评估 a.maturity']]);
  });

  test('the note of another holder, copied along with the file, keeps nobody out', () => {
    const path = aFile();
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: 4242, host: 'elsewhere', user: 'bo', since: '2026-01-01T00:00:00.000Z' }));

    expect(open(path).readOnly).toBe(false);
  });

  test('a second opening in the same process is refused by whatever name, and does not drop the lock', async () => {
    const path = aFile();
    const store = open(path);
    const link = join(dirname(path), 'link.maturity');
    symlinkSync(path, link);

    expect([path, link].map((name) => problemOf(() => open(name))?.kind)).toEqual(['locked', 'locked']);
    await expect(held(path)).rejects.toThrow('did not hold the file');
    store.close();
    expect(open(link).revision()).toBe(2);
  });

  test('a refusal without a note says that another program has it', async () => {
    const path = aFile();
    await held(path);
    rmSync(`${path}.lock`);

    expect(problemOf(() => open(path))).toMatchObject({ kind: 'locked', en: 'The assessment file is held open by another program: close it there first.' });
  });
});

describe('what is not an assessment', () => {
  const foreign = (name: string, make: (path: string) => void): string => {
    const path = newPath(name);
    make(path);
    return path;
  };

  test.each([
    ['is not there', 'not-found', () => newPath('gone.maturity')],
    ['is a folder', 'not-an-assessment', () => dirname(newPath())],
    ['is empty', 'not-an-assessment', () => foreign('empty.db', (path) => { writeFileSync(path, ''); })],
    ['is a text', 'not-an-assessment', () => foreign('text.maturity', (path) => { writeFileSync(path, 'organisation: 示例\n'.repeat(400)); })],
    ['is another SQLite file', 'not-an-assessment', () => foreign('mlflow.db', (path) => { new Sqlite(path).exec('CREATE TABLE runs (id)').close(); })],
  ])('is refused where it %s', (_why, kind, make) => {
    expect(problemOf(() => open(make()))?.kind).toBe(kind);
  });

  test('another SQLite file is left as it was', () => {
    const path = foreign('mlflow.db', (at) => { new Sqlite(at).exec('CREATE TABLE runs (id); INSERT INTO runs VALUES (1)').close(); });
    const before = readFileSync(path);
    problemOf(() => open(path));

    expect([readFileSync(path).equals(before), readdirSync(dirname(path))]).toEqual([true, ['mlflow.db']]);
  });
});

describe('a file that is damaged', () => {
  const damaged = (change: (path: string) => void): StorageProblem | null => {
    const path = aFile();
    change(path);
    return problemOf(() => open(path).state());
  };

  test('is told so where a page of it is garbage', () => {
    expect(damaged((path) => { writeFileSync(path, readFileSync(path).fill(0xaa, 100, 8192)); })?.kind).toBe('damaged');
  });

  test('is told so where its end is missing', () => {
    expect(damaged((path) => { truncateSync(path, 8192); })?.kind).toBe('damaged');
  });

  test('is told so where an event is no longer JSON', () => {
    expect(damaged((path) => { new Sqlite(path).exec("UPDATE event SET body = 'x' WHERE position = 2").close(); })?.kind).toBe('damaged');
  });

  test('is told so where a table is gone', () => {
    const path = aFile();
    new Sqlite(path).exec('DROP TABLE pack_text').close();

    expect(problemOf(() => open(path))?.kind).toBe('damaged');
    expect(readdirSync(dirname(path))).toEqual(['评估 a.maturity']);
  });
});

describe('a file that can only be read', () => {
  test('opens with a notice where a newer program wrote it', () => {
    const path = aFile();
    const db = new Sqlite(path);
    db.pragma('user_version = 1000');
    db.close();
    const store = open(path);

    expect([store.readOnly, store.notice?.kind, store.revision()]).toEqual([true, 'newer-file', 2]);
    expect(problemOf(() => store.append([rating('N')], { author: anna }))?.kind).toBe('newer-file');
    expect(store.verify().ok).toBe(true);
    store.close();
    expect(readdirSync(dirname(path))).toEqual(['评估 a.maturity']);
  });

  // A folder's permissions bind no administrator, and nobody on Windows.
  test.skipIf(process.platform === 'win32')('opens with a notice where it cannot be written, and is left as it was', () => {
    const path = aFile();
    const before = readFileSync(path);

    expect(readWithoutWriting(path)).toEqual({ readOnly: true, notice: 'read-only', revision: 2, verified: true, append: 'read-only' });
    expect([readFileSync(path).equals(before), readdirSync(dirname(path))]).toEqual([true, ['评估 a.maturity']]);
  });

  test.skipIf(process.platform === 'win32')('shows the newest commits of a killed holder too', async () => {
    const path = aFile();
    const child = await held(path);
    child.stdin?.write('rate\n');
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    await killed(child);
    const left = readdirSync(dirname(path));

    expect(readWithoutWriting(path)).toEqual({ readOnly: true, notice: 'read-only', revision: 3, verified: true, append: 'read-only' });
    expect(readdirSync(dirname(path))).toEqual(left);
  });
});

/** What another process sees that may not write the folder of the file. */
function readWithoutWriting(path: string): unknown {
  const folder = dirname(path);
  chmodSync(folder, 0o555);
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'reading-process.ts'), path], { encoding: 'utf8', ...nobody });
  chmodSync(folder, 0o755);
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
