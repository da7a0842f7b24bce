import { statSync } from 'node:fs';
import { z } from 'zod';
import { evidenceRequests, matchFiles, ok, requestDocument, roles, type AssessmentState, type KnownContent, type MatchedFolder, type RequestFilter, type RequestList } from '#assessments';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { freePath, safeFileName } from './file-names.ts';
import { withSession } from './opened.ts';
import { refused } from './problems.ts';
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
      const intakeOf = new Map(files.map((file) => [file.path, file.intake]));
      const linked = new Set(state.links.map(({ requirement, file }) => `${requirement} ${file.path}`));
      const found = await matchedFiles(session, context, wanted, files);
      return ok({ ...found, matches: found.matches.map((match) => ({ ...match, intake: intakeOf.get(match.file) ?? '', linked: linked.has(`${match.requirement} ${match.file}`) })) });
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

/** Which of the files, in the assessment or not, answer what it asks for. */
export async function matchedFiles(session: Session, context: Context, wanted: RequestFilter, files: readonly { readonly path: string; readonly artefact: string }[]): Promise<MatchedFolder> {
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
