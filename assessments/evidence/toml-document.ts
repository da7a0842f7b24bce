import { TomlDate, TomlError, parse } from 'smol-toml';
import { type StructureFault, structureFault, structureLimits } from './structure-limits.ts';

export type TomlDocument = { readonly ok: true; readonly document: unknown } | StructureFault;

/** The value of a TOML text, or why it was not taken. Dates and numbers that a double would distort become text. */
export function tomlDocument(text: string): TomlDocument {
  try {
    const document = plain(parse(text, { integersAsBigInt: 'asNeeded', maxDepth: structureLimits.depth }), 0);
    const fault = structureFault([document]);
    return fault === null ? { ok: true, document } : { ok: false, reason: fault, line: null };
  } catch (error) {
    return { ok: false, reason: 'malformed', line: error instanceof TomlError ? error.line : null };
  }
}

function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null || depth > structureLimits.depth) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, depth + 1)]));
}
