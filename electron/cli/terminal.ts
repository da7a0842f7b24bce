import { resolve } from 'node:path';
import { escapedSigns, type Bilingual, type Language } from '#assessments';

/** Where a command speaks and from where the user's relative paths count: npm runs scripts in the package's folder, INIT_CWD is where the user stood. */
export type Terminal = {
  readonly language: Language;
  /** One line, whatever stands in it: a name with a line end in it must not pass for a line of ours. */
  readonly out: (line: string) => void;
  /** A document of several lines: JSON, a help page. */
  readonly document: (text: string) => void;
  readonly error: (line: string) => void;
  readonly resolve: (path: string) => string;
};

export function openTerminal(process: NodeJS.Process, language: Language): Terminal {
  // A reader that has seen enough (`| head`) closes its end: that is the end of the command, and no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { process.exit(error.code === 'EPIPE' ? 0 : 1); });
  const base = process.env['INIT_CWD'] ?? process.cwd();
  return {
    language,
    out: (line) => { process.stdout.write(`${oneLine(line)}\n`); },
    document: (text) => { process.stdout.write(`${escapedSigns(text)}\n`); },
    error: (line) => { process.stderr.write(`${oneLine(line)}\n`); },
    resolve: (path) => resolve(base, path),
  };
}

export function inLanguage(terminal: Terminal, text: Bilingual): string {
  return text[terminal.language];
}

/** One JSON document on stdout and nothing else. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.document(JSON.stringify(value, null, 2));
}

/** Names out of evidence must not steer the terminal: unseen signs are shown as escapes. */
function oneLine(text: string): string {
  return escapedSigns(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}
