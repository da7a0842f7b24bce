import { type Entry, getFileNameLowLevel } from 'yauzl';
import type { IntakeLimits } from '../limits.ts';
import type { Reason } from '../sentences.ts';

const utf8Flag = 0x800;
const unicodePathField = 0x7075;

/**
 * The name of a member as text: UTF-8 where the archive says so or the bytes are, else GBK (Chinese Windows tools say
 * nothing and write it), else code page 437, the format's own default.
 */
export function memberName(entry: Pick<Entry, 'generalPurposeBitFlag' | 'fileNameRaw' | 'extraFields'>): string {
  const flagged = (entry.generalPurposeBitFlag & utf8Flag) !== 0 || entry.extraFields.some(({ id }) => id === unicodePathField);
  const name = flagged ? null : writtenName(entry.fileNameRaw);
  return (name ?? getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)).toWellFormed();
}

/** A name whose encoding is not told: UTF-8, else GBK; null where it is neither. */
export function writtenName(bytes: Uint8Array): string | null {
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
}

/**
 * The name as a relative path with `/`, without empty and `.` parts, or why it cannot be one. Some Windows tools write
 * `\`. Names are only ever text here, never places to write to, so odd ones are kept; those that try to leave the
 * archive's folder are refused all the same, because whoever unpacks it elsewhere would be harmed.
 */
export function relativeName(name: string, limits: IntakeLimits): { readonly name: string; readonly problem: Reason | null } {
  const parts = name.replaceAll('\\', '/').split('/');
  const relative = parts.filter((part) => part !== '' && part !== '.').join('/');
  return { name: relative === '' ? name : relative, problem: problemOf(name, parts, limits) };
}

/** Two names that some file systems cannot tell apart have the same key. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

/** The keys that occur more than once. */
export function repeatedKeys(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.has(key) || !seen.add(key)));
}

function problemOf(name: string, parts: readonly string[], limits: IntakeLimits): Reason | null {
  if (name.length > limits.pathLength) return 'pathTooLong';
  if (/^([\\/]|[A-Za-z]:)/.test(name) || name.includes('\0') || parts.includes('..')) return 'escapingName';
  if (parts.every((part) => part === '' || part === '.')) return 'escapingName';
  return parts.length > limits.folderDepth + 1 ? 'tooDeep' : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
