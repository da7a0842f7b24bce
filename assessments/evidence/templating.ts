import { linesOf } from './text-lines.ts';

/** `${{ … }}` is an expression of GitHub and Azure, not a template of the file itself. */
const marked = /(?<!\$)\{\{|\{%|<%/;
/** Where only templating stands: at the start of a line, of an item or of a value; `{{ $labels… }}` in quotes does not. */
const structural = /^\s*(?:- *)?(?:\{\{|\{%|<%)|:\s*(?:\{\{|\{%|<%)/;
/** Words that only Helm and project templates know, outside comments. */
const helm = /^(?!\s*#).*\{\{-?\s*(?:[a-zA-Z]+ )?\(?(?:\.Values|\.Release|\.Chart|\.Capabilities|\$\.Values|include "|cookiecutter\.)/;

/** The first line with Go, Helm, Jinja or ERB templating in a text that does not parse; null where that is not the reason. */
export function templateLine(text: string, errorLine: number | null): number | null {
  const lines = linesOf(text);
  const atError = errorLine !== null && marked.test(lines[errorLine - 1] ?? '');
  if (!atError && !lines.some((line) => structural.test(line))) return null;
  return lines.findIndex((line) => marked.test(line)) + 1;
}

/** The first line that only a rendered chart could replace, in a text that happens to parse; null where there is none. */
export function helmLine(text: string): number | null {
  if (!text.includes('{{')) return null;
  const index = linesOf(text).findIndex((line) => helm.test(line));
  return index === -1 ? null : index + 1;
}
