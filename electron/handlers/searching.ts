import { z } from 'zod';
import { factTypes, ok, soughtWords, type EvidenceFile, type Fact, type FoundInFile, type PersonalData } from '#assessments';
import type { PersonalDataView } from '#contract';
import { decodedMediaTypes, seenMediaTypes } from '../intake/decode/media-type.ts';
import { readingLimits } from '../intake/limits.ts';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { withSession } from './opened.ts';
import { refused } from './problems.ts';
import { throttledProgress } from './progress.ts';
import type { Session } from './session.ts';
import type { FromShower, Question } from './showing/messages.ts';
import { createShower, type Shower } from './showing/shower.ts';
import { contentOf } from './sources.ts';

const job = z.string().min(1).max(64);
const assessment = z.string().max(64);

/** How many files a search gives at most; larger files are skipped. */
const mostFiles = 200;
const searchedBytes = 16 * 1024 * 1024;

export const searching: Feature<'searchEvidence' | 'readPersonalData'> = {
  searchEvidence: {
    input: z.strictObject({ assessment, query: z.string().max(200), job }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const words = soughtWords(input.query);
      if (words.length === 0) return ok({ files: [], searched: 0, skipped: 0, more: false });
      const found: ({ readonly path: string } & FoundInFile)[] = [];
      const asked = await askAll(session, context, { job: input.job, question: { kind: 'search', words: [...words] }, heard: ({ path }, answer) => {
        if (answer.kind === 'found' && answer.found !== null) found.push({ path, ...answer.found });
      } });
      if (asked === null) return refused('cancelled');
      return ok({ files: found.sort((one, other) => other.total - one.total).slice(0, mostFiles), ...asked, more: found.length > mostFiles });
    }),
  },

  readPersonalData: {
    input: z.strictObject({ assessment, job }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const { facts } = await analyse(session, context);
      const seen = seenBefore.get(session) ?? new Map<string, readonly PersonalData[]>();
      seenBefore.set(session, seen);
      const asked = await askAll(session, context, { job: input.job, question: { kind: 'personal' }, skip: ({ artefact }) => seen.has(artefact), heard: ({ artefact }, answer) => {
        if (answer.kind === 'personal') seen.set(artefact, answer.found);
      } });
      return asked === null ? refused('cancelled') : ok({ files: personalFiles(filesOf(session), seen, namedPeople(facts)), ...asked });
    }),
  },
};

/** What rules saw in contents that were looked at before; a content never changes. */
const seenBefore = new WeakMap<Session, Map<string, readonly PersonalData[]>>();

function personalFiles(files: readonly EvidenceFile[], seen: ReadonlyMap<string, readonly PersonalData[]>, named: ReadonlyMap<string, number>): PersonalDataView['files'] {
  return files.flatMap(({ path, artefact }) => {
    const people = named.get(path) ?? 0;
    const found = [...seen.get(artefact) ?? [], ...(people === 0 ? [] : [{ kind: 'named' as const, count: people, line: null }])];
    return found.length === 0 ? [] : [{ path, found }];
  });
}

/** How many different people the facts of each file name, in the fields that are marked as naming people. */
function namedPeople(facts: readonly Fact[]): ReadonlyMap<string, number> {
  const people = new Map<string, Set<string>>();
  for (const fact of facts) {
    for (const field of personalFields(fact.type)) {
      const value = (fact as Readonly<Record<string, unknown>>)[field];
      if (typeof value === 'string' && value !== '') people.set(fact.place.file, (people.get(fact.place.file) ?? new Set()).add(value));
    }
  }
  return new Map([...people].map(([path, names]) => [path, names.size]));
}

function personalFields(type: Fact['type']): readonly string[] {
  return Object.entries(factTypes[type].shape).flatMap(([field, schema]) => ((schema as z.ZodType).meta()?.['personal'] === true ? [field] : []));
}

type Asking = {
  readonly job: string; readonly question: Question;
  readonly heard: (file: EvidenceFile, answer: FromShower) => void;
  readonly skip?: (file: EvidenceFile) => boolean;
};

/** Asks the same of every file that can hold words, one after the other in a process of its own; null where it was cancelled. */
async function askAll(session: Session, context: Context, { job: name, question, heard, skip = () => false }: Asking): Promise<{ readonly searched: number; readonly skipped: number } | null> {
  const stopping = new AbortController();
  context.jobs.set(name, stopping);
  const signal = AbortSignal.any([stopping.signal, session.closing]);
  const tell = throttledProgress(context, name);
  const files = filesOf(session);
  let skipped = 0;
  try {
    for (const [at, file] of files.entries()) {
      if (signal.aborted) return null;
      tell({ phase: 'reading', done: at, total: files.length, bytesDone: 0, bytesTotal: null, current: file.path });
      if (skip(file)) continue;
      const answer = file.size > Math.min(searchedBytes, readingLimits.decodedBytes) ? null : await searcherOf(session).ask(file, () => contentOf(session, file), question);
      if (answer === null) skipped += 1;
      else heard(file, answer);
    }
    return { searched: files.length - skipped, skipped };
  } finally {
    context.jobs.delete(name);
  }
}

function filesOf({ store }: Session): readonly EvidenceFile[] {
  return store.state().intakes.flatMap(({ files }) => files).filter(({ artefact, encoding, mediaType }) => (encoding !== null || (decodedMediaTypes.has(mediaType) && !seenMediaTypes.has(mediaType))) && store.hasArtefact(artefact));
}

const searchers = new WeakMap<Session, Shower>();

/** Searching has a process of its own: a file can be opened meanwhile. */
function searcherOf(session: Session): Shower {
  const known = searchers.get(session);
  if (known !== undefined) return known;
  const made = createShower();
  searchers.set(session, made);
  session.closing.addEventListener('abort', made.close, { once: true });
  return made;
}
