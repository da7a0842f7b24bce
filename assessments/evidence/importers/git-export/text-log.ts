import { changedFileKind } from '../../git/changed-files.ts';
import { linesOf } from '../../text-lines.ts';
import { gitDate } from './git-date.ts';
import type { LoggedCommit } from './logged-commit.ts';

const opening = /^commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)((?: [0-9a-f]{40,64})*)(?: \((.*)\))?\s*$/;

/** A text that `git log` wrote, with its own headers or with those of an export (`parents`, `refs`). */
export function isTextLog(text: string): boolean {
  const lines = linesOf(text.slice(0, 5_000)).slice(0, 12);
  return opening.test(lines[0] ?? '') && lines.some((line) => /^author:? \S/i.test(line));
}

type Draft = { readonly hash: string; readonly line: number; parents: readonly string[]; author: string; at: string | null; refs: string; readonly message: string[]; code: number; data: number; listed: boolean };

/** The commits of such a text in the order written. Dates of the committer count where both are there. */
export function textLog(text: string): readonly LoggedCommit[] {
  const drafts: Draft[] = [];
  linesOf(text).forEach((line, index) => {
    const found = line.startsWith('commit ') ? opening.exec(line) : null;
    if (found !== null) drafts.push({ hash: found[1] ?? '', line: index + 1, parents: words(found[2] ?? ''), author: '', at: null, refs: found[3] ?? '', message: [], code: 0, data: 0, listed: false });
    else read(line, drafts.at(-1));
  });
  const lists = drafts.some(({ listed }) => listed);
  return drafts.map(({ hash, line, parents, author, at, refs, message, code, data, listed }) => ({
    hash, parents, author, at, refs, message: message.join('\n').trim(), line,
    // git lists no files for merges unless it is asked to.
    changed: listed || (lists && parents.length < 2) ? { code, data } : null,
  }));
}

function read(line: string, draft: Draft | undefined): void {
  if (draft === undefined) return;
  if (/^ {4}/.test(line)) {
    if (draft.message.length < 200) draft.message.push(line.slice(4, 1_000));
    return;
  }
  const path = /^(?:[ACDMRTUX][0-9]*\t(?:.*\t)?|(?:[0-9]+|-)\t(?:[0-9]+|-)\t)(.+)$/.exec(line)?.[1];
  if (path === undefined) readHeader(line, draft);
  else count(path.slice(0, 1_000), draft);
}

const headers: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  parents: (draft, value) => { draft.parents = words(value); },
  merge: (draft, value) => { draft.parents = words(value); },
  author: (draft, value) => { draft.author = value.trim().toLowerCase(); },
  date: (draft, value) => { draft.at ??= gitDate(value); },
  authordate: (draft, value) => { draft.at ??= gitDate(value); },
  commitdate: (draft, value) => { draft.at = gitDate(value) ?? draft.at; },
  refs: (draft, value) => { draft.refs = value; },
};

function readHeader(line: string, draft: Draft): void {
  const [, name = '', value = ''] = /^([A-Za-z]+):? +(.*)$/.exec(line) ?? [];
  const header = name.toLowerCase();
  if (Object.hasOwn(headers, header)) headers[header]?.(draft, value);
}

function count(path: string, draft: Draft): void {
  const kind = changedFileKind(path);
  draft.listed = true;
  draft.code += kind === 'code' ? 1 : 0;
  draft.data += kind === 'data' ? 1 : 0;
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
