import { resolve } from 'node:path';
import type { Bilingual, Language } from '#assessments';

/** Where a command speaks and from where the user's relative paths count: npm runs scripts in the package's folder, INIT_CWD is where the user stood. */
export type Terminal = {
  readonly language: Language;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly resolve: (path: string) => string;
};

export function openTerminal(process: NodeJS.Process, language: Language): Terminal {
  // A reader that has seen enough (`| head`) closes its end: that is the end of the command, and no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { process.exit(error.code === 'EPIPE' ? 0 : 1); });
  const base = process.env['INIT_CWD'] ?? process.cwd();
  return {
    language,
    out: (text) => { process.stdout.write(`${withoutControls(text)}\n`); },
    error: (text) => { process.stderr.write(`${withoutControls(text)}\n`); },
    resolve: (path) => resolve(base, path),
  };
}

export function inLanguage(terminal: Terminal, text: Bilingual): string {
  return text[terminal.language];
}

/** One JSON document on stdout and nothing else. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, null, 2));
}

/** Names out of evidence must not steer the terminal: control and direction characters are shown as escapes. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
