import { z } from 'zod';
import { factTypes, ok, subjectKinds, type Author, type Draft, type Fact, type FactType } from '#assessments';
import type { Change, Reply, WantedLink } from '#contract';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { withAuthor, withSession } from './opened.ts';
import { refused } from './problems.ts';
import { unknownOf } from './ratings.ts';
import { record } from './record.ts';
import type { Session } from './session.ts';
import { expectPlaces, readBranchLines, readSourceView } from './sources.ts';
import { evidenceView } from './views/evidence.ts';
import { factIndex, type FactIndex } from './views/fact-index.ts';
import { factsView } from './views/facts.ts';
import { subjectsView } from './views/subjects.ts';

const assessment = z.string().max(64);
const path = z.string().min(1).max(8_192);
const line = z.int().min(1);
const place = z.union([
  z.strictObject({ file: path, pointer: z.string().max(20_000) }),
  z.strictObject({ file: path, lines: z.tuple([line, line]).readonly() }),
  z.strictObject({ file: path, cell: z.string().max(300) }),
]).readonly();

const search = z.string().max(200);
const page = { from: z.int().min(0), count: z.int().min(1).max(200) };
const kind = z.enum(subjectKinds);
const subject = z.strictObject({ kind, name: z.string().max(20_000), version: z.string().max(20_000).nullable(), hash: z.string().max(20_000).nullable() }).readonly();
const only = z.strictObject({ type: z.enum(Object.keys(factTypes) as [FactType, ...FactType[]]).nullable(), file: path.nullable(), subject: subject.nullable(), search }).readonly();

const link = { requirement: z.string().min(1).max(100), intake: z.string().max(64), path, locator: place.nullable(), stance: z.enum(['for', 'against']), note: z.string().max(20_000) };

export const evidence: Feature<'readEvidence' | 'readFacts' | 'readSubjects' | 'readSource' | 'readBranch' | 'removeEvidence' | 'linkEvidence' | 'linkFiles' | 'unlinkEvidence'> = {
  readEvidence: {
    input: z.strictObject({ assessment }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const { facts, suggestions, readOf } = await analyse(session, context);
      return ok(evidenceView({ state: session.store.state(), facts, suggestions, readOf }));
    }),
  },

  readSource: {
    input: z.strictObject({ assessment, place }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const { facts } = await analyse(session, context);
      const view = await readSourceView(session, input.place, indexOf(facts));
      return view === undefined ? refused('no-file', input.place.file) : ok(view);
    }),
  },

  readBranch: {
    input: z.strictObject({ assessment, file: path, pointer: z.string().max(20_000), from: z.int().min(0) }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const lines = await readBranchLines(session, input);
      return lines === undefined ? refused('no-file', input.file) : ok({ lines });
    }),
  },

  readFacts: {
    input: z.strictObject({ assessment, only, ...page }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const { facts } = await analyse(session, context);
      expectPlaces(session);
      return ok(factsView(indexOf(facts), input.only, input));
    }),
  },

  readSubjects: {
    input: z.strictObject({ assessment, kind: kind.nullable(), search, ...page }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const { facts } = await analyse(session, context);
      return ok(subjectsView(indexOf(facts), input));
    }),
  },

  removeEvidence: {
    input: z.strictObject({ assessment, intake: z.string().max(64), paths: z.array(path).min(1).max(200_000).readonly().nullable() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const files = session.store.state().intakes.find(({ id }) => id === input.intake)?.files.map((file) => file.path) ?? [];
      const wanted = input.paths ?? files;
      const stranger = wanted.find((one) => !files.includes(one));
      if (stranger !== undefined || wanted.length === 0) return refused('no-file', stranger ?? null);
      return record(context, session, author, [{ type: 'evidence.removed', payload: { files: wanted.map((one) => ({ intake: input.intake, path: one })) } }]);
    }),
  },

  linkEvidence: {
    input: z.strictObject({ assessment, ...link }),
    run: ({ assessment: handle, ...wanted }, context) => withAuthor(context, handle, (session, author) => recordLinks(context, session, author, [wanted])),
  },

  linkFiles: {
    input: z.strictObject({ assessment, links: z.array(z.strictObject(link).readonly()).min(1).max(10_000).readonly() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => recordLinks(context, session, author, input.links)),
  },

  unlinkEvidence: {
    input: z.strictObject({ assessment, link: z.string().max(64) }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const known = session.store.state().links.some(({ link }) => link === input.link);
      return known ? record(context, session, author, [{ type: 'link.removed', payload: { link: input.link } }]) : refused('no-link', input.link);
    }),
  },
};

/** Links files to requirements in one action; all or none. */
function recordLinks(context: Context, session: Session, author: Author, links: readonly WantedLink[]): Reply<Change> {
  const stranger = unknownOf(session, links.map(({ requirement }) => requirement));
  if (stranger !== undefined) return refused('no-requirement', stranger);
  const known = new Set(session.store.state().intakes.flatMap(({ id, files }) => files.map((file) => `${id} ${file.path}`)));
  const missing = links.find(({ intake, path: wanted }) => !known.has(`${intake} ${wanted}`));
  if (missing !== undefined) return refused('no-file', missing.path);
  return record(context, session, author, links.map(({ requirement, intake, path: file, locator, stance, note }): Draft => ({ type: 'link.added', payload: { link: context.surroundings.newId(), file: { intake, path: file }, requirement, locator, stance, note } })));
}

const indices = new WeakMap<readonly Fact[], FactIndex>();

/** The index of an analysis, made once. */
function indexOf(facts: readonly Fact[]): FactIndex {
  const known = indices.get(facts) ?? factIndex(facts);
  indices.set(facts, known);
  return known;
}
