/** A stretch of a sentence that stayed, went or came. */
export type WordMark = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Sentences of more pieces than this in all are shown as replaced whole: the comparison grows with their product. */
const mostPieces = 4_000;

/**
 * What changed from one sentence to another, in reading order: Chinese sign by sign, Latin words and figures whole. The
 * stretches that are not `added` make up the old sentence, those that are not `removed` the new one.
 */
export function wordMarks(before: string, after: string): readonly WordMark[] {
  const [old, young] = [pieces(before), pieces(after)];
  if (old.length + young.length > mostPieces) return merged([{ kind: 'removed', text: before }, { kind: 'added', text: after }]);
  const start = sharedStart(old, young);
  const end = sharedStart(old.slice(start).toReversed(), young.slice(start).toReversed());
  const same = (text: string): WordMark => ({ kind: 'same', text });
  return merged([
    ...old.slice(0, start).map(same),
    ...compared(old.slice(start, old.length - end), young.slice(start, young.length - end)),
    ...old.slice(old.length - end).map(same),
  ]);
}

function pieces(sentence: string): readonly string[] {
  return sentence.match(/\p{Script=Han}|[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*|\s+|./gsu)?.flatMap(splitHan) ?? [];
}

/** A run of letters may hold Chinese signs: “GPU卡”. */
function splitHan(piece: string): readonly string[] {
  return /\p{Script=Han}/u.test(piece) ? (piece.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? []) : [piece];
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((piece, index) => piece !== b[index]);
  return differs === -1 ? a.length : differs;
}

/** The longest common part, by the usual table of its lengths from the end. */
function compared(old: readonly string[], young: readonly string[]): readonly WordMark[] {
  const common = commonLengths(old, young);
  const marks: WordMark[] = [];
  let [i, j] = [0, 0];
  for (let [gone, come] = [old[0], young[0]]; gone !== undefined || come !== undefined; [gone, come] = [old[i], young[j]]) {
    const kind = gone === come ? 'same' : goesFirst(gone, come, common(i + 1, j) >= common(i, j + 1)) ? 'removed' : 'added';
    marks.push({ kind, text: (kind === 'added' ? come : gone) ?? '' });
    if (kind !== 'added') i += 1;
    if (kind !== 'removed') j += 1;
  }
  return marks;
}

function goesFirst(gone: string | undefined, come: string | undefined, better: boolean): boolean {
  return come === undefined || (gone !== undefined && better);
}

/** A word that stays counts for more than the blanks around it. */
function commonLengths(old: readonly string[], young: readonly string[]): (i: number, j: number) => number {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? new Uint16Array();
    for (let j = young.length - 1; j >= 0; j -= 1) row[j] = old[i] === young[j] ? at(i + 1, j + 1) + weightOf(old[i] ?? '') : Math.max(at(i + 1, j), at(i, j + 1));
  }
  return at;
}

function weightOf(piece: string): number {
  return hasWord(piece) ? 3 : 1;
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Neighbours of a kind become one; within a change what went stands before what came. A blank or comma between two changes changes with them, or a new sentence would read as confetti. */
function merged(marks: readonly WordMark[]): readonly WordMark[] {
  const result: WordMark[] = [];
  let change = { removed: '', added: '' };
  const flush = (): void => {
    for (const kind of ['removed', 'added'] as const) if (change[kind] !== '') result.push({ kind, text: change[kind] });
    change = { removed: '', added: '' };
  };
  for (const [at, { kind, text }] of marks.entries()) {
    if (kind !== 'same') { change[kind] += text; continue; }
    if (!hasWord(text) && change.removed + change.added !== '' && changesAfter(marks, at)) { change.removed += text; change.added += text; continue; }
    flush();
    const last = result.at(-1);
    if (last?.kind === 'same') result.splice(-1, 1, { kind, text: last.text + text });
    else result.push({ kind, text });
  }
  flush();
  return result;
}

/** Whether nothing with a letter or figure stays before the next change, and there is one. */
function changesAfter(marks: readonly WordMark[], at: number): boolean {
  const next = marks.slice(at + 1).find(({ kind, text }) => kind !== 'same' || hasWord(text));
  return next !== undefined && next.kind !== 'same';
}
