import type { FactOf } from '../../facts.ts';
import type { SourceFile } from '../../file.ts';
import { isWholeCommit } from '../../digest.ts';
import { instantOf } from '../../instant.ts';
import type { MarkdownDocument } from '../../markdown-document.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { repositoryName } from '../../repository-name.ts';
import { releaseRecord } from '../../sets/release-record.ts';
import type { RecordShape } from './record-shape.ts';

/** A Markdown page with a commit and its date (`**Commit SHA:** 4ffc4f4…`): which code a release was made from. The author's name is left where it is. */
export const codeRecord: RecordShape = {
  recognises: (file, documents) => documents.kind === 'markdown' && isAboutCode(file, documents.markdown) && commitIn(documents.markdown) !== null,
  read: (file, documents) => {
    const revision = documents.kind === 'markdown' ? revisionFact(file, documents.markdown) : null;
    if (revision === null) return { facts: [], fragments: [] };
    return { facts: [revision], fragments: releaseRecord(file, 'code', revision.place, { commit: revision.commit, repository: revision.repository }) };
  },
};

/** A short page that its title or name says is about a commit: the same words in a guide are an example. */
function isAboutCode({ path }: SourceFile, { sections, lines, frontMatterLines }: MarkdownDocument): boolean {
  return lines.length <= 200 && frontMatterLines === null && /\bgit\b|commit|revision|source (?:code|version)|代码|提交/i.test(`${sections[0]?.title ?? ''} ${path.slice(path.lastIndexOf('/') + 1).replaceAll('_', ' ')}`);
}

function commitIn({ fields }: MarkdownDocument): { readonly commit: string; readonly line: number } | null {
  const found = fields.find(({ name }) => /^(?:git )?commit(?: sha| hash| id)?$|^sha$|^提交(?:号|哈希)?$/i.test(name));
  const commit = /^[0-9a-f]{7,64}$/i.exec(found?.value.trim() ?? '')?.[0] ?? null;
  return found === undefined || commit === null ? null : { commit, line: found.line };
}

function revisionFact(file: SourceFile, markdown: MarkdownDocument): FactOf<'code.revision'> | null {
  const stated = commitIn(markdown);
  if (stated === null) return null;
  const release = releaseOfPath(file.path);
  const named = (words: RegExp) => markdown.fields.find(({ name, value }) => value !== '' && words.test(name))?.value ?? null;
  const title = named(/^(?:commit )?message$/i) ?? codeAfter(markdown, /^\W*(?:commit )?message\W*$/i);
  return {
    type: 'code.revision', place: { file: file.path, lines: [stated.line, stated.line] }, also: [], release, run: release,
    repository: repositoryName(named(/^(?:repo(?:sitory)?|remote|仓库)(?: url)?$/i)), commit: stated.commit, commitWhole: isWholeCommit(stated.commit), source: 'record',
    branch: named(/^branch$|^分支$/i) ?? codeAfter(markdown, /^\W*branch\W*$/i), tags: [], file: null, title,
    merge: null, signed: null, dirty: /^(?:yes|true|dirty)/i.test(named(/^(?:dirty|uncommitted(?: changes)?)$/i) ?? '') ? true : null,
    request: /(?:#|!)\d+\b/.exec(title ?? '')?.[0] ?? null, at: instantOf(named(/^(?:commit )?(?:date|time)$|^提交时间$/i)),
  };
}

/** The first line of the code block that follows a line of these words alone. */
function codeAfter({ lines }: MarkdownDocument, words: RegExp): string | null {
  const heading = lines.findIndex((line) => words.test(line));
  if (heading === -1) return null;
  const fence = lines.findIndex((line, index) => index > heading && line.trim() !== '');
  if (!/^\s*(?:```|~~~)/.test(lines[fence] ?? '')) return null;
  return lines.slice(fence + 1).map((line) => line.trim()).find((line) => line !== '')?.replace(/^(?:```|~~~).*$/, '') || null;
}
