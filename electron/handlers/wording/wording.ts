import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { licensedEdition, ok, type Author, type PackText } from '#assessments';
import type { Change, Reply } from '#contract';
import type { Context } from '../context.ts';
import { freePath, safeFileName } from '../file-names.ts';
import type { Feature } from '../handler.ts';
import { withAuthor, withSession } from '../opened.ts';
import { refused } from '../problems.ts';
import { savedState, undoLabels, viewsOf, withJoining } from '../record.ts';
import type { Session } from '../session.ts';
import { drawTemplate } from './draw-template.ts';
import { editionsView } from './editions.ts';
import { openWording } from './open-wording.ts';
import { stageWording, stagedWording } from './staged.ts';

const assessment = z.string().max(64);
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const wording: Feature<'makeWordingTemplate' | 'previewWording' | 'applyWording' | 'compareEditions' | 'pinEdition'> = {
  makeWordingTemplate: {
    input: z.strictObject({ assessment, language: z.enum(['zh', 'en', 'both']), withLicensedWording: z.boolean() }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const found = { pack: session.pack, texts: session.store.pinnedTexts(session.pack.hash) };
      const given = input.withLicensedWording ? found : openWording(found, context.packs, session.store.pinnedTexts);
      if (given === undefined) return refused('no-open-wording', session.pack.id);
      const bytes = await drawTemplate(given.pack, input.language);
      const path = freePath(context.surroundings.runFolder, `wording-${context.surroundings.newId()}`, '.xlsx');
      writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' });
      const name = `${safeFileName([given.pack.id, given.pack.edition], 'wording')}.xlsx`;
      return ok({ name, size: bytes.length, format: 'xlsx' as const, download: context.handles.offer({ path, name, mediaType }) });
    }),
  },

  previewWording: {
    input: z.strictObject({ assessment, source: z.string().max(64) }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const source = context.handles.take(input.source);
      if (source === undefined) return refused('source-gone');
      try {
        const read = await stageWording(context, session, source);
        return read.ok ? ok({ staged: read.value.id, edition: session.pack.edition, rated: ratedAndReworded(session, read.value.diff.changes), ...read.value.diff }) : read;
      } finally {
        if (source.kind === 'upload') source.discard();
      }
    }),
  },

  applyWording: {
    input: z.strictObject({ assessment, staged: z.string().max(64), edition: z.string().trim().min(1).max(100) }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      if (session.busy()) return refused('import-running');
      const waiting = stagedWording(session, input.staged);
      if (waiting === undefined) return refused('no-staged-wording');
      const made = licensedEdition(session.store.pinnedTexts(session.pack.hash), waiting.wording, input.edition);
      if (!made.ok) return refused(made.problem.some(({ kind }) => kind === 'edition-taken') ? 'edition-taken' : 'unusable-pack', input.edition);
      return pin(context, session, author, made.value);
    }),
  },

  compareEditions: { input: z.strictObject({ assessment }), run: (input, context) => withSession(context, input.assessment, (session) => ok(editionsView(context, session))) },

  pinEdition: {
    input: z.strictObject({ assessment, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      if (session.busy()) return refused('import-running');
      const texts = session.store.pinnedTexts(input.hash);
      return texts.length === 0 ? refused('no-pack', input.hash) : pin(context, session, author, texts);
    }),
  },
};

/** Makes an edition the one that counts. Ratings stay where they are: they hang on requirement ids. */
function pin(context: Context, session: Session, author: Author, texts: readonly PackText[]): Reply<Change> {
  const ready = context.packs.ready(texts);
  if (ready?.pack.id !== session.pack.id) return refused('unusable-pack', session.pack.id);
  const joining = withJoining(session, author, []);
  const batch = joining.length === 0 ? {} : { batch: session.store.append(joining, { author }).batch };
  session.store.pinPack(texts, ready.pack, { author, ...batch });
  session.use(ready);
  session.changed();
  const saved = savedState(session);
  context.tell({ kind: 'changed', assessment: session.handle, revision: saved.revision });
  context.tell({ kind: 'refresh', assessment: session.handle });
  const all = ready.pack.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  return ok({ ...saved, result: session.result(), requirements: viewsOf(context, session, all), ...undoLabels(context, session) });
}

/** How many requirements with a standing rating would be worded otherwise. */
function ratedAndReworded({ store }: Session, changes: readonly { readonly kind: string; readonly requirement?: string }[]): number {
  const { ratings, consensus } = store.state();
  const rated = new Set([...ratings, ...consensus].map(({ requirement }) => requirement));
  return new Set(changes.flatMap(({ kind, requirement }) => (kind === 'reworded' && requirement !== undefined && rated.has(requirement) ? [requirement] : []))).size;
}
