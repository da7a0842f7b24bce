import { codesIn } from '../../catalogue/evidence-codes.ts';
import type { Bilingual } from '../../language.ts';
import type { EvidenceRequest } from './evidence-requests.ts';
import { nameLikeness } from './name-likeness.ts';

export type ReturnedFile = { readonly path: string; readonly artefact: string };
/** Bytes that the assessment already has: the path they have there, and what they are linked to, with the notes of the links. */
export type KnownContent = { readonly path: string; readonly links: readonly { readonly requirement: string; readonly note: string }[] };
/** A file proposed for a code; nothing is linked until a person says so. */
export type FileMatch = {
  readonly file: string; readonly code: string; readonly requirement: string;
  readonly by: 'code' | 'hash' | 'name'; readonly certainty: 'certain' | 'likely' | 'possible'; readonly reason: Bilingual;
};
export type MatchedFolder = {
  readonly matches: readonly FileMatch[];
  /** What was asked for and nothing answers. */
  readonly missing: readonly EvidenceRequest[];
  /** Files that answer nothing; `known`: the path of the same content in the assessment. */
  readonly extra: readonly { readonly file: string; readonly known: string | null }[];
};
export type MatchInput = {
  /** What was asked for; and every code of the pack, because a folder may answer more. */
  readonly requests: readonly EvidenceRequest[]; readonly everything: readonly EvidenceRequest[];
  readonly files: readonly ReturnedFile[]; readonly known: (file: ReturnedFile) => KnownContent | null;
};

/** Whether a match is linked unless a person says otherwise; a likeness of names that may mean several things never is. */
export function isSureMatch({ certainty }: Pick<FileMatch, 'certainty'>): boolean {
  return certainty !== 'possible';
}

/** What the link of a match says: it speaks for the requirement, and its note names the code it answers. */
export function linkOfMatch({ requirement, code }: Pick<FileMatch, 'requirement' | 'code'>) {
  return { requirement, locator: null, stance: 'for', note: code } as const;
}

/** From what likeness on a name is likely, or at least possible. */
const likely = 0.75, possible = 0.5;
/** Names as alike as the best one, but for this much, are proposed beside it; at most so many. */
const close = 0.05, mostPossible = 3;

/**
 * Matches the files of a returned folder to what was asked for: by a code in the name (certain) or in the name of a
 * folder above it (likely), by bytes that are already linked to a requirement, by likeness of the name to what is asked
 * for. Files in the order given, what is missing in that of the requests.
 */
export function matchFiles({ requests, everything, files, known }: MatchInput): MatchedFolder {
  const offered = files.filter(({ path }) => !files.some((other) => other.path.startsWith(`${path}!/`)));
  const sure = offered.map((file) => byCode(file, everything) ?? byHash(file, everything, known(file)) ?? []);
  const answered = new Set(sure.flat().map(({ code }) => code));
  const open = requests.filter(({ code }) => !answered.has(code));
  const matches = offered.map((file, at) => { const found = sure[at] ?? []; return found.length > 0 ? found : byName(file, open); });
  const taken = new Set(matches.flat().map(({ code }) => code));
  return {
    matches: matches.flat(),
    missing: requests.filter(({ code }) => !taken.has(code)),
    extra: offered.flatMap((file, at) => ((matches[at] ?? []).length > 0 ? [] : [{ file: file.path, known: known(file)?.path ?? null }])),
  };
}

function byCode({ path }: ReturnedFile, everything: readonly EvidenceRequest[]): readonly FileMatch[] | null {
  const codes = everything.map(({ code }) => code);
  const folders = path.split(/!?\//);
  const name = folders.pop() ?? '';
  const inName = codesIn(name, codes);
  const inFolder = inName.length > 0 ? [] : codesIn(folders.toReversed().find((folder) => codesIn(folder, codes).length > 0) ?? '', codes);
  const found = [...inName, ...inFolder].flatMap((code) => everything.find((request) => request.code === code) ?? []);
  if (found.length === 0) return null;
  return found.map(({ code, requirement }) => (inName.length > 0
    ? { file: path, code, requirement, by: 'code', certainty: 'certain', reason: { zh: `文件名中有编号 ${code}。`, en: `Its name holds the code ${code}.` } }
    : { file: path, code, requirement, by: 'code', certainty: 'likely', reason: { zh: `所在文件夹的名称中有编号 ${code}。`, en: `The folder it lies in has the code ${code} in its name.` } }));
}

/** The note of a link names the code it answers; where it names none, the first code of the requirement stands for it. */
function byHash({ path }: ReturnedFile, everything: readonly EvidenceRequest[], content: KnownContent | null): readonly FileMatch[] | null {
  const found = content?.links.flatMap(({ requirement, note }) => {
    const own = everything.filter((request) => request.requirement === requirement);
    const [named] = codesIn(note, own.map(({ code }) => code));
    return own.find(({ code }) => code === named) ?? own[0] ?? [];
  }) ?? [];
  if (content === null || found.length === 0) return null;
  return found.map(({ code, requirement }): FileMatch => ({
    file: path, code, requirement, by: 'hash', certainty: 'likely',
    reason: content.path === path
      ? { zh: `这个文件已关联到 ${requirement}。`, en: `The file is linked to ${requirement}.` }
      : { zh: `与已关联到 ${requirement} 的“${content.path}”内容相同。`, en: `It has the same content as “${content.path}”, which is linked to ${requirement}.` },
  }));
}

function byName({ path }: ReturnedFile, open: readonly EvidenceRequest[]): readonly FileMatch[] {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const rated = open.map((request) => ({ request, alike: nameLikeness(name, request.what) })).filter(({ alike }) => alike >= possible).sort((one, other) => other.alike - one.alike);
  const best = rated[0]?.alike ?? 0;
  const near = rated.filter(({ alike }) => alike >= best - close);
  const certainty = best >= likely && near.length === 1 ? 'likely' : 'possible';
  return near.slice(0, mostPossible).map(({ request: { code, requirement, what }, alike }) => ({
    file: path, code, requirement, by: 'name', certainty,
    reason: { zh: `名称与“${what.zh}”相近（${Math.round(alike * 100)}%）。`, en: `Its name is like “${what.en}” (${Math.round(alike * 100)}%).` },
  }));
}
