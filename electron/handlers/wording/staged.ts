import { readFileSync, statSync } from 'node:fs';
import { ok, readWording, wordingDiff, type PackWording, type Result, type WordingDiff } from '#assessments';
import type { Problem } from '#contract';
import { readCells } from '../../intake/read-cells.ts';
import { readingLimits } from '../../intake/limits.ts';
import type { Context } from '../context.ts';
import type { Source } from '../handles.ts';
import { problem } from '../problems.ts';
import type { Session } from '../session.ts';

/** A wording that was read and compared, and waits to be applied. `pack` is the edition it was compared with. */
export type StagedWording = { readonly wording: PackWording; readonly diff: WordingDiff; readonly pack: string };

/** How many wait at once: who looks at a workbook again means the last. */
const mostStaged = 4;
const staged = new WeakMap<Session, Map<string, StagedWording>>();

/** Reads the one workbook the user chose and compares it with the pack of the assessment; nothing is recorded. */
export async function stageWording(context: Context, session: Session, source: Source): Promise<Result<{ readonly id: string; readonly diff: WordingDiff }, Problem>> {
  const bytes = bytesOf(source);
  if (bytes === null) return { ok: false, problem: problem('source-gone') };
  const cells = await readCells(bytes);
  if (!cells.ok) return { ok: false, problem: { kind: 'bad-input', place: null, ...cells.problem } };
  const wording = readWording(cells.value, session.pack);
  if (!wording.ok) {
    const [first] = wording.problem;
    return { ok: false, problem: { kind: 'bad-input', place: null, zh: first?.zh ?? '', en: first?.en ?? '' } };
  }
  const [id, diff] = [context.surroundings.newId(), wordingDiff(session.pack, wording.value)];
  const waiting = new Map([...(staged.get(session) ?? []), [id, { wording: wording.value, diff, pack: session.pack.hash }] as const].slice(-mostStaged));
  staged.set(session, waiting);
  return ok({ id, diff });
}

/** What waits under an id; undefined where nothing does, or the assessment has another edition meanwhile. */
export function stagedWording(session: Session, id: string): StagedWording | undefined {
  const found = staged.get(session)?.get(id);
  return found?.pack === session.pack.hash ? found : undefined;
}

function bytesOf(source: Source): Uint8Array | null {
  const path = source.kind === 'path' ? source.path : source.files[0]?.absolute;
  if (path === undefined) return null;
  try {
    const { size } = statSync(path);
    // What is too large is told by its size alone.
    return size > readingLimits.decodedBytes ? new Uint8Array(size) : readFileSync(path);
  } catch {
    return null;
  }
}
