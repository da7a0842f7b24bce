import { statSync } from 'node:fs';
import { z } from 'zod';
import { evidenceRequests, isSureMatch, linkOfMatch, matchFiles, ok, requestDocument, roles, type AssessmentState, type Author, type Draft, type EvidenceFile, type KnownContent, type MatchedFolder, type RequestFilter, type RequestList } from '#assessments';
import type { IntakeReport, Reply, RequestMatches } from '#contract';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { freePath, safeFileName } from './file-names.ts';
import { importFrom } from './importing.ts';
import { withSession } from './opened.ts';
import { refused } from './problems.ts';
import { record } from './record.ts';
import type { Session } from './session.ts';
import { sufficiencyNow } from './sufficiency.ts';
import { writeWorkbook } from './write-reports.ts';

const filter = { assessment: z.string().max(64), target: z.int().min(1).max(5).nullable(), node: z.string().max(100).nullable(), role: z.enum(roles).nullable(), all: z.boolean().exactOptional() };
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const requests: Feature<'makeRequestList' | 'matchRequests'> = {
  makeRequestList: {
    input: z.strictObject({ ...filter, language: z.enum(['zh', 'en', 'both']) }),
    run: ({ assessment, language, ...wanted }, context) => withSession(context, assessment, async (session) => {
      if (isUnknownNode(session, wanted.node)) return refused('no-node', wanted.node);
      const list = await requestList(session, context, wanted, language);
      const path = freePath(context.surroundings.runFolder, `requests-${context.surroundings.newId()}`, '.xlsx');
      await writeWorkbook(requestDocument(list), path);
      const name = `${safeFileName([list.state.organisation, list.state.project, language === 'en' ? 'evidence requests' : '证据需求清单'], 'evidence-requests')}.xlsx`;
      return ok({ name, size: statSync(path).size, format: 'xlsx' as const, download: context.handles.offer({ path, name, mediaType }), requests: list.requests.length });
    }),
  },

  matchRequests: {
    input: z.strictObject({ ...filter, intake: z.string().max(64).nullable() }),
    run: ({ assessment, intake, ...wanted }, context) => withSession(context, assessment, async (session) => {
      if (isUnknownNode(session, wanted.node)) return refused('no-node', wanted.node);
      const state = session.store.state();
      const files = state.intakes.filter(({ id }) => intake === null || id === intake).flatMap(({ id, files: own }) => own.map((file) => ({ ...file, intake: id })));
      return ok(await matchedFiles(session, context, wanted, files));
    }),
  },
};

function isUnknownNode({ pack }: Session, node: string | null): boolean {
  return node !== null && !pack.groups.some(({ id }) => id === node);
}

/** The request list of an open assessment as it stands. */
export async function requestList(session: Session, context: Context, wanted: RequestFilter, language: RequestList['language']): Promise<RequestList> {
  const sufficiency = await sufficiencyNow(session, context);
  return { pack: session.pack, state: session.store.state(), requests: evidenceRequests(session.pack, sufficiency, wanted), filter: wanted, language };
}

/** Which of the files, in the assessment or not (then their intake is ''), answer what it asks for. */
export async function matchedFiles(session: Session, context: Context, wanted: RequestFilter, files: readonly ReturnedFile[]): Promise<RequestMatches> {
  const found = await matchesIn(session, context, wanted, files);
  const intakeOf = new Map(files.map(({ path, intake }) => [path, intake]));
  const linked = new Set(session.store.state().links.map(({ requirement, file }) => `${requirement} ${file.path}`));
  return { ...found, matches: found.matches.map((match) => ({ ...match, intake: intakeOf.get(match.file) ?? '', linked: linked.has(`${match.requirement} ${match.file}`) })) };
}

type ReturnedFile = Pick<EvidenceFile, 'path' | 'artefact'> & { readonly intake: string };
/** What came of a returned folder: how it was taken in, what answers what, and which of the matches were linked with it. */
export type TakenReturn = { readonly report: IntakeReport; readonly files: number; readonly found: RequestMatches; readonly linked: RequestMatches['matches'] };

/**
 * Takes a returned folder in and links the files that surely answer what was asked for, as the screen does when nobody
 * changes its choice. Import and links are one action, undone as one. Problems are those of an import.
 */
export async function takeReturned(session: Session, context: Context, author: Author, { path, wanted }: { readonly path: string; readonly wanted: RequestFilter }): Promise<Reply<TakenReturn>> {
  const taken = await importFrom([{ kind: 'path', path }], { session, author, context, signal: new AbortController().signal, job: 'returned' });
  if (!taken.ok) return taken;
  const report = taken.value;
  const files = returnedFiles(session.store.state(), report);
  const found = await matchedFiles(session, context, wanted, files);
  const linked = found.matches.filter((match) => isSureMatch(match) && !match.linked);
  const drafts = linked.map((match): Draft => ({ type: 'link.added', payload: { ...linkOfMatch(match), link: context.surroundings.newId(), file: { intake: match.intake, path: match.file } } }));
  if (drafts.length > 0) record(context, session, author, drafts, report.batch);
  const now = new Set(linked);
  return ok({ report, files: files.length, found: { ...found, matches: found.matches.map((match) => ({ ...match, linked: match.linked || now.has(match) })) }, linked });
}

/** The files of a returned folder: those just taken, and those that were there before under its name and were offered again. */
function returnedFiles({ intakes }: AssessmentState, { intake, label, gone }: IntakeReport): readonly ReturnedFile[] {
  const left = new Set(gone);
  return intakes.filter((one) => one.id === intake || one.label === label).flatMap(({ id, files }) => files.filter(({ path }) => id === intake || !left.has(path)).map((file) => ({ ...file, intake: id })));
}

async function matchesIn(session: Session, context: Context, wanted: RequestFilter, files: readonly ReturnedFile[]): Promise<MatchedFolder> {
  const sufficiency = await sufficiencyNow(session, context);
  return matchFiles({
    requests: evidenceRequests(session.pack, sufficiency, wanted), everything: evidenceRequests(session.pack, sufficiency, { target: null, node: null, role: null, all: true }),
    files, known: knownContents(session.store.state(), new Set(files.map(({ path, artefact }) => `${artefact} ${path}`))),
  });
}

/** What the assessment knows of the content of a file: what files with it are linked to, the file itself first; otherwise another file that has it. */
function knownContents({ intakes, links }: AssessmentState, asked: ReadonlySet<string>): (file: { readonly path: string; readonly artefact: string }) => KnownContent | null {
  const linksOf = Map.groupBy(links.filter(({ stance }) => stance === 'for'), ({ file }) => file.path);
  const byArtefact = Map.groupBy(intakes.flatMap(({ files }) => files), ({ artefact }) => artefact);
  return ({ path, artefact }) => {
    const same = byArtefact.get(artefact) ?? [];
    const linked = same.filter((file) => linksOf.has(file.path));
    const [best = same.find((file) => file.path !== path && !asked.has(`${artefact} ${file.path}`))] = [linked.find((file) => file.path === path) ?? linked[0]];
    return best === undefined ? null : { path: best.path, links: (linksOf.get(best.path) ?? []).map(({ requirement, note }) => ({ requirement, note })) };
  };
}
