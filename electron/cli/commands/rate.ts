import { existsSync, readFileSync } from 'node:fs';
import type { Author, Draft } from '#assessments';
import type { Session } from '../../handlers/session.ts';
import { decodeText } from '../../intake/decode/decode.ts';
import type { Part } from '../../storage/store.ts';
import { type RatingRow, readRatings } from '../ratings-csv.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage } from '../terminal.ts';
import { withAssessment, type Workplace } from '../workplace.ts';

/** Ratings in bulk from a CSV, all or nothing, as one batch. */
export function rate(terminal: Terminal, file: string, { from, assessor }: { readonly from: string; readonly assessor?: string }): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, (session, workplace) => {
    const known = new Set(session.pack.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
    const rows = readRatings(csvText(terminal, from), known, assessor ?? null);
    if (!rows.ok) throw new Refusal({ zh: `${from}，${rows.problem.zh}`, en: `${from}: ${rows.problem.en}` });
    if (session.store.readOnly) throw new Refusal({ zh: `评估文件“${file}”不能写入；请先复制到可写的文件夹。`, en: `The assessment “${file}” cannot be written; copy it to a folder you can write to.` });
    session.store.appendAll(parts(session, workplace, rows.value));
    terminal.out(inLanguage(terminal, { zh: `已记录 ${rows.value.length} 条评分。`, en: `Recorded ${rows.value.length} ratings.` }));
    return Promise.resolve(0);
  });
}

function csvText(terminal: Terminal, path: string): string {
  const absolute = terminal.resolve(path);
  if (!existsSync(absolute)) throw new Refusal({ zh: `找不到评分表“${path}”；请检查路径。`, en: `There is no ratings file “${path}”; check the path.` });
  const decoded = decodeText(readFileSync(absolute));
  if (decoded === null || decoded === undefined) throw new Refusal({ zh: `“${path}”不是文本；请另存为 CSV（UTF-8）。`, en: `“${path}” is not text; save it as CSV (UTF-8).` });
  return decoded.text;
}

/** One part for each assessor, in the order in which they first appear. */
function parts(session: Session, workplace: Workplace, rows: readonly RatingRow[]): readonly Part[] {
  const names = [...new Set(rows.map(({ assessor }) => assessor))];
  return names.map((name) => {
    const { author, joined } = authorNamed(session, workplace, name);
    const own = rows.filter((row) => row.assessor === name).map((row) => draftOf(row, session));
    return { author, drafts: joined ? own : [{ type: 'assessor.joined' as const, payload: { id: author.id, name: author.name, role: author.role } }, ...own] };
  });
}

/** An assessor of the assessment by that name, otherwise someone this laptop knows, otherwise someone new. */
function authorNamed(session: Session, { context }: Workplace, name: string): { readonly author: Author; readonly joined: boolean } {
  const joined = session.store.state().assessors.find((assessor) => assessor.name === name);
  if (joined !== undefined) return { author: joined, joined: true };
  const known = context.preferences.read().identities.find((identity) => identity.name === name);
  return { author: { id: known?.id ?? context.surroundings.newId(), name, role: known?.role ?? '' }, joined: false };
}

function draftOf({ requirement, value, confidence, rationale }: RatingRow, session: Session): Draft {
  const slot = { requirement, subject: null, layer: session.layer() };
  return value === null
    ? { type: 'rating.cleared', payload: slot }
    : { type: 'rating.set', payload: { ...slot, value, confidence, rationale, basis: { kind: 'human', accepted: [] } } };
}
