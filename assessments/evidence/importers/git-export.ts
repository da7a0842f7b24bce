import type { Documents } from '../documents.ts';
import type { SourceFile } from '../file.ts';
import type { Fragment, Json } from '../fragment.ts';
import type { Importer } from '../importer.ts';
import { linesOf } from '../text-lines.ts';
import { gitDate } from './git-export/git-date.ts';
import { type LoggedCommit, logSummary } from './git-export/logged-commit.ts';
import { refSummary } from './git-export/refs.ts';
import { isTextLog, textLog } from './git-export/text-log.ts';

/** The history of a repository as text: a log (table or `git log`), a list of refs, a list of merges. Facts come of all of a folder together. */
export const gitExport: Importer = {
  id: 'git-export',
  title: { zh: 'Git 历史导出（日志、引用）', en: 'Exported Git history (log, refs)' },
  recognises: (file, documents) => partOf(file, documents) !== null,
  read: (file, documents) => {
    const part = partOf(file, documents);
    const told = part === null ? null : part.value();
    return { facts: [], diagnostics: [], fragments: part === null || told === null ? [] : [fragmentOf(file, part.part, told)] };
  },
};

type Part = { readonly part: 'log' | 'refs' | 'merges'; readonly value: () => Json | null };

function partOf({ path, text }: SourceFile, documents: Documents): Part | null {
  if (text === null) return null;
  if (documents.kind === 'rows') return isLogTable(documents.header) ? { part: 'log', value: () => logSummary(tableLog(documents)) } : null;
  if (documents.kind !== 'none') return null;
  if (isTextLog(text)) return { part: 'log', value: () => logSummary(textLog(text)) };
  const refs = refSummary(text);
  if (refs !== null) return { part: 'refs', value: () => refs };
  return isMergeList(path, text) ? { part: 'merges', value: () => linesOf(text).filter((line) => line.trim() !== '').length } : null;
}

function fragmentOf({ path, text }: SourceFile, part: Part['part'], value: Json): Fragment {
  const slash = path.lastIndexOf('/');
  return { set: 'git-export', key: path.slice(0, Math.max(0, slash)), part, name: path.slice(slash + 1), value, place: { file: path, lines: [1, linesOf(text ?? '').length] } };
}

function isLogTable(header: readonly string[]): boolean {
  return ['commit', 'parents', 'author', 'subject'].every((column) => header.includes(column));
}

function tableLog({ header, rows }: Extract<Documents, { readonly kind: 'rows' }>): readonly LoggedCommit[] {
  return rows().map(({ values, lines }) => {
    const of = (column: string): string => values[header.indexOf(column)] ?? '';
    const date = ['commit_date', 'author_date', 'date'].map(of).find((written) => written !== '');
    return {
      hash: of('commit'), parents: of('parents').split(' ').filter((hash) => hash !== ''),
      author: of('author').toLowerCase(), refs: of('refs'), message: of('subject'), line: lines[0],
      at: gitDate(date ?? ''), changed: null,
    };
  });
}

/** One merge a line: shortened hash, date, subject. It says nothing that the log does not, but belongs to it. */
function isMergeList(path: string, text: string): boolean {
  return /merges[^/]*\.txt$/i.test(path) && /^[0-9a-f]{7,40} [0-9]{4}-[0-9]{2}-[0-9]{2}\S* \S/.test(text);
}
