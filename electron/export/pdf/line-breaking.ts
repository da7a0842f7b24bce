/** `prose` breaks as sentences do; `code` also inside paths, ids and hashes, where they can be read on. */
export type Breaking = 'prose' | 'code';

const opening = '（「『《〈【〔［｛“‘([{<';
const closing = '，。、；：！？）」』》〉】〕］｝”’…—·)]}>%‰℃°,.;:!?～々ー';
const wideClosing = '，。、；：！？）」』》〉】〕］｝”';
const afterInCode = '/\\._:,&=?!@#+-–;|';
const wide = /[\u2E80-\u2FDF\u3000-\u30FF\u3100-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
const hash = /^[0-9a-f]{32,128}$/;

/**
 * Breaks text into lines no wider than `room`. No line begins with 。，、）” or ends with （「“; Latin words and numbers
 * stay whole; a token wider than a line is broken where it can be read on, a hash every 16 signs.
 */
export function breakLines(text: string, room: number, measure: (text: string) => number, breaking: Breaking): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const fitting = tokens(paragraph, breaking).flatMap((token) => (measure(token.trimEnd()) <= room ? [token] : pieces(token, room, measure)));
    return fill(fitting, room, measure, breaking);
  });
}

function fill(all: readonly string[], room: number, measure: (text: string) => number, breaking: Breaking): readonly string[] {
  const lines: string[] = [];
  let line: readonly string[] = [];
  for (const token of all) {
    if (line.length > 0 && measure(`${line.join('')}${token}`.trimEnd()) > room + 0.01) {
      const kept = breaking === 'code' ? untilFolder(line, room, measure) : line.length;
      lines.push(line.slice(0, kept).join('').trimEnd());
      line = line.slice(kept);
    }
    line = line.length === 0 && lines.length > 0 ? [token.trimStart()] : [...line, token];
  }
  return [...lines, line.join('').trimEnd()];
}

/** A path is best broken behind a folder, as long as the line stays at least half full. */
function untilFolder(line: readonly string[], room: number, measure: (text: string) => number): number {
  const folder = line.findLastIndex((token) => /[/\\#]$/.test(token)) + 1;
  return folder > 0 && folder < line.length && measure(line.slice(0, folder).join('')) >= room / 2 ? folder : line.length;
}

/** A token that fits no line: cut where it can be read on, and where even that is too wide, anywhere. */
function pieces(token: string, room: number, measure: (text: string) => number): readonly string[] {
  return tokens(token, 'code').flatMap((piece) => (measure(piece.trimEnd()) <= room ? [piece] : Array.from(piece)));
}

/** What must stay together: the text between two places where a line may end. */
export function tokens(text: string, breaking: Breaking): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let before = '';
  for (const sign of text) {
    if (before !== '' && mayBreak(before, sign, breaking) && !insideId(part, sign, breaking)) { parts.push(part); part = ''; }
    part += sign;
    before = sign;
  }
  const all = part === '' ? parts : [...parts, part];
  return breaking === 'code' ? all.flatMap(hashParts) : all;
}

function hashParts(token: string): readonly string[] {
  return hash.test(token) ? token.match(/.{1,16}/g) ?? [token] : [token];
}

function mayBreak(before: string, after: string, breaking: Breaking): boolean {
  if (after === ' ') return false;
  if (before === ' ') return !closing.includes(after);
  if (breaking === 'code' && inCode(before, after)) return true;
  return !opening.includes(before) && !closing.includes(after) && inProse(before, after);
}

/** `2.2.3-L3-1` is one word; `canary-by-header` may break at its hyphens. */
function insideId(part: string, after: string, breaking: Breaking): boolean {
  return breaking === 'prose' && /\d-$/.test(part) && /[\p{L}\d]/u.test(after);
}

function inProse(before: string, after: string): boolean {
  return wide.test(before) || wide.test(after) || wideClosing.includes(before) || (before === '-' && /\p{L}/u.test(after));
}

function inCode(before: string, after: string): boolean {
  return afterInCode.includes(before) && !afterInCode.includes(after) && !closing.includes(after);
}
