import { commandLines } from './kinds.ts';

const swallowed = /\|\|\s*(?:true|:|exit 0|echo\b|printf\b)|--exit-zero\b|--exit-code[= ]0\b|--soft-fail\b|;\s*(?:true|exit 0)\s*$|--no-error-on-failure\b/;

/** At least one of the lines that do the work stops the job when it fails; cleaning up with `|| true` beside it is fine. */
export function stopsOnFailure(working: readonly string[], command: string | null): boolean {
  if (command === null) return true;
  const lines = working.length > 0 ? working : commandLines(command);
  if (/^\s*set \+e\b/m.test(command)) return false;
  return lines.length === 0 || lines.some((line) => !swallowed.test(line));
}
