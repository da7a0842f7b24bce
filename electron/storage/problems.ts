import type { Problem } from '#contract';

/** What can go wrong with an assessment file and be mended by the user: the kinds of the API that storage gives. */
export type StorageProblem = Problem & {
  readonly kind: 'bad-input' | 'not-found' | 'not-an-assessment' | 'damaged' | 'newer-file' | 'locked' | 'read-only' | 'disk-full' | 'io';
};

/** Thrown by every function of the storage for a problem the user can mend; anything else thrown is a bug. */
export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause?: unknown) {
    super(problem.en, { cause });
    this.name = 'StorageError';
    this.problem = problem;
  }
}

type Sentence = { readonly zh: string; readonly en: string };

/** The plain sentence of each kind that needs no more than the kind; each says what to do. */
const sentences = {
  'not-found': { zh: '找不到这个评估文件：请确认它没有被移走或改名。', en: 'This assessment file was not found: check that it was not moved or renamed.' },
  'not-an-assessment': { zh: '这不是评估文件：请选择扩展名为 .maturity 的文件。', en: 'This is not an assessment file: choose a file that ends in .maturity.' },
  'damaged': { zh: '评估文件已损坏，内容没有被改动：请把其中完好的部分修复成新文件，或改用备份。', en: 'The assessment file is damaged and was not changed: repair what is whole of it into a new file, or go on with a backup.' },
  'newer-file': { zh: '这个文件由更新版本的程序写成，现以只读方式打开：要修改请先升级本程序。', en: 'This file was written by a newer version and is open for reading only: update this program to change it.' },
  'read-only': { zh: '评估文件不能写入，现以只读方式打开：要修改请先把它复制到可写的文件夹。', en: 'The assessment file cannot be written and is open for reading only: copy it to a folder you can write to.' },
  'disk-full': { zh: '磁盘已满，这一步没有保存，已保存的内容都在：请腾出空间后重试。', en: 'The disk is full; this step was not saved, everything saved before is kept: free some space and try again.' },
  'io': { zh: '读写磁盘时出错，这一步没有保存：请关闭评估，检查磁盘后重新打开。', en: 'The disk reported an error and this step was not saved: close the assessment, check the disk and open it again.' },
  'bad-input': { zh: '这个位置已有文件：请另选文件名。', en: 'There is a file at this place already: choose another name.' },
} as const satisfies Partial<Record<StorageProblem['kind'], Sentence>>;

export function storageError(kind: keyof typeof sentences, place: string | null, cause?: unknown): StorageError {
  return new StorageError({ kind, place, ...sentences[kind] }, cause);
}

/** The error for what SQLite or the file system threw; a bug comes back as it is. */
export function asStorageError(thrown: unknown, place: string): unknown {
  if (thrown instanceof StorageError) return thrown;
  const kind = kindOf(codeOf(thrown));
  return kind === undefined ? thrown : storageError(kind, place, thrown);
}

/** Whether what was thrown says that the disk failed, at a write, a sync or a read: the file must not be trusted to this session again. */
export function isDiskFailure(thrown: unknown): boolean {
  return kindOf(codeOf(thrown)) === 'io';
}

/** Whether what was thrown says that there is no room: nothing to distrust the disk for, when there is room again it goes on. */
export function isDiskFull(thrown: unknown): boolean {
  return kindOf(codeOf(thrown)) === 'disk-full';
}

/** The code of what SQLite or the file system threw. Node's `rmSync` leaves it empty where the system refused to remove. */
export function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string')) return '';
  return thrown.code === '' && 'syscall' in thrown && thrown.syscall === 'rm' ? 'EIO' : thrown.code;
}

/** First match counts; SQLite's extended codes begin with their primary code. */
const kindByCode: readonly (readonly [RegExp, keyof typeof sentences])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk-full'],
  [/^(SQLITE_NOTADB|EISDIR)/, 'not-an-assessment'],
  [/^(SQLITE_CORRUPT)/, 'damaged'],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM|SQLITE_PERM)/, 'read-only'],
  [/^(ENOENT|ENOTDIR)/, 'not-found'],
  [/^(SQLITE_IOERR|SQLITE_CANTOPEN|EIO|EMFILE|ENFILE)/, 'io'],
];

/** The kind of problem behind a code of SQLite or the file system; undefined for a bug. */
export function kindOf(code: string): keyof typeof sentences | undefined {
  return kindByCode.find(([pattern]) => pattern.test(code))?.[1];
}
