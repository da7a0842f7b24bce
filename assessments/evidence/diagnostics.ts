import type { Bilingual } from '../language.ts';
import type { Documents } from './documents.ts';
import type { Diagnostic, DiagnosticKind } from './file.ts';
import type { Place } from './place.ts';

type Blanks = { readonly path: string; readonly line: number | null; readonly detail: string };

/** What each kind of trouble says, and what the reader can do about it. */
const sentences = {
  malformed: ({ path, line }) => ({
    zh: `${path}${lineZh(line)}不是合法的 YAML、JSON、XML 或 TOML（常见原因：缩进、引号、括号不配对，或同一个键写了两次）。请改正后重新导入。`,
    en: `${path}${lineEn(line)} is not valid YAML, JSON, XML or TOML (often indentation, quotes, brackets, or a key written twice). Mend it and take the file in again.`,
  }),
  template: ({ path, line }) => ({
    zh: `${path}${lineZh(line)}是尚未渲染的模板（Helm、Jinja 等），本身不能作为证据。请导入渲染后的文件，例如 helm template 的输出。`,
    en: `${path}${lineEn(line)} is a template that has not been rendered (Helm, Jinja …), so it is no evidence by itself. Take in the rendered file, for example the output of helm template.`,
  }),
  'too-large': ({ path }) => ({
    zh: `${path} 内容过大（超过 2000 万字符，或展开后超过 100 万个值），没有读取其中的内容。请拆分后重新导入。`,
    en: `${path} holds too much to be read (over 20 million characters, or over a million values once expanded). Split it and take the parts in.`,
  }),
  'too-deep': ({ path, line }) => ({
    zh: `${path}${lineZh(line)}嵌套超过 100 层，没有读取其中的内容。请确认文件是否正确，必要时导入更平的版本。`,
    en: `${path}${lineEn(line)} is nested more than 100 levels deep, so it was not read. Check the file, or take in a flatter one.`,
  }),
  empty: ({ path, detail }) => (detail === '' ? {
    zh: `${path} 是空文件（或只有注释），没有可读取的内容。如果它本应有内容，请重新导出后再导入。`,
    en: `${path} is empty (or holds only comments), so there is nothing to read. If it should have content, export it again and take it in.`,
  } : {
    zh: `${path} 格式正确，但其中没有任何记录（${detail}）。如果本应有记录，请连同相关文件重新导出后再导入。`,
    en: `${path} is well formed but holds no records (${detail}). If it should, export it again together with the files that belong to it, and take them in.`,
  }),
  unrecognised: ({ path, detail }) => ({
    zh: `${path} 的格式认得，但其中的内容（${detail}）不是评估所用的，没有读出事实。如与某条要求有关，请手工关联。`,
    en: `${path} is of a known format, but what it holds (${detail}) is not what assessments use, so no facts came out of it. Link it by hand where it matters.`,
  }),
  ambiguous: ({ path, detail }) => ({
    zh: `${path} 同时符合多种格式（${detail}），无法确定按哪一种读取。请把不同内容拆成单独的文件后重新导入。`,
    en: `${path} fits several formats (${detail}), and it is not clear which to read it as. Put the parts into separate files and take them in again.`,
  }),
  partial: ({ path, line, detail }) => ({
    zh: `${path}${lineZh(line)}有一部分没有读取：${detail}。请检查这一部分的写法。`,
    en: `${path}${lineEn(line)} was read only in part: ${detail}. Check how this part is written.`,
  }),
} as const satisfies Partial<Record<DiagnosticKind, (blanks: Blanks) => Bilingual>>;

export type EvidenceTrouble = keyof typeof sentences;

/** A diagnostic on a file in both languages; `line` is 1-based and becomes its place, `detail` fills the sentence. */
export function diagnostic(kind: EvidenceTrouble, path: string, more: { readonly line?: number | null; readonly detail?: string } = {}): Diagnostic {
  const line = more.line ?? null;
  const place: Place | null = line === null ? null : { file: path, lines: [line, line] };
  return { path, place, kind, ...sentences[kind]({ path, line, detail: more.detail ?? '' }) };
}

/** What is to be said of a file whose structure could not be read. */
export function brokenDiagnostic(path: string, documents: Extract<Documents, { readonly kind: 'broken' }>): Diagnostic {
  return diagnostic(documents.reason, path, { line: documents.line });
}

function lineZh(line: number | null): string {
  return line === null ? ' ' : ` 第 ${line} 行`;
}

function lineEn(line: number | null): string {
  return line === null ? '' : `, line ${line},`;
}
