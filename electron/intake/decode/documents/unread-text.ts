import type { DocumentContent } from './read-document.ts';

/**
 * What of the text of a document means nothing or is not there; null where it can be read. Fonts that do not say which
 * letters they draw give numbers of their drawings instead: signs for control and private use, and letters of scripts
 * that nobody writes together.
 */
export function unreadIn(lines: readonly string[], pageLines: readonly number[]): NonNullable<DocumentContent['unread']> | null {
  if (isMeaningless(lines.join(''))) return 'letters';
  const blank = pageLines.filter((line, at) => line === (pageLines[at + 1] ?? lines.length + 1)).length;
  return lines.length > 0 && blank > 1 && blank * 2 >= pageLines.length ? 'pages' : null;
}

const noLetters = /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu;
/** Letters of phonetics and of seldom written languages, which come first among the numbers of drawings. */
const seldom = /[\u0180-\u036F]/gu;
const scripts = ['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Tamil', 'Telugu', 'Kannada', 'Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Georgian', 'Ethiopic', 'Cherokee', 'Canadian_Aboriginal', 'Khmer', 'Mongolian', 'Yi']
  .map((name) => new RegExp(`\\p{Script=${name}}`, 'gu'));
/** More than this share is no accident; so many scripts are not written together. */
const most = 0.2, mostScripts = 2;

function isMeaningless(text: string): boolean {
  if (text === '') return false;
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / text.length;
  if (share(noLetters) > most || share(seldom) > most) return true;
  const foreign = scripts.map(share).filter((part) => part > 0);
  return foreign.length > mostScripts && foreign.reduce((sum, part) => sum + part, 0) > most;
}
