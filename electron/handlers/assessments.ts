import { basename, extname } from 'node:path';
import { constants, copyFileSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { layers, ok, organisationTypeParameter, policies, rollups, type Draft, type Pack } from '#assessments';
import type { Feature } from './handler.ts';
import { remember, rememberDamaged } from './cards.ts';
import { closeSession, untilClosed } from './closing.ts';
import { changesTo } from './describing.ts';
import { freePath, safeFileName } from './file-names.ts';
import type { Source } from './handles.ts';
import type { Context } from './context.ts';
import { copyTaker } from './keeping/delivered-copies.ts';
import { createNew, openExisting } from './opening.ts';
import { authorOf, withAuthor, withSession } from './opened.ts';
import { refused } from './problems.ts';
import { record } from './record.ts';
import { openSampleCopy } from './sample.ts';
import { problemThrown } from './thrown.ts';

const assessment = z.string().max(64);
const name = z.string().trim().min(1).max(200);
const level = z.int().min(1).max(5);
const day = z.iso.date().nullable();
const described = { organisation: name, organisationType: z.int().min(1).nullable().exactOptional(), project: z.string().trim().max(200), scope: z.string().trim().max(2_000), target: level, policy: z.enum(policies), rollup: z.enum(rollups) };

export const assessments: Feature<'createAssessment' | 'openAssessment' | 'openSample' | 'closeAssessment' | 'describeAssessment' | 'setLayer' | 'saveCopy'> = {
  createAssessment: {
    input: z.strictObject({ ...described, pack: z.string().max(200) }),
    run: (input, context) => {
      const author = authorOf(context);
      if (author === null) return refused('no-identity');
      const pack = context.packs.find(input.pack);
      if (pack === undefined) return refused('no-pack', input.pack);
      const { organisationType = null, ...wanted } = input;
      if (!hasType(pack.pack, organisationType)) return refused('no-organisation-type', String(organisationType));
      const path = freePath(context.surroundings.assessmentsFolder, safeFileName([input.organisation, input.project], 'assessment'), '.maturity');
      const further: readonly Draft[] = organisationType === null ? [] : [{ type: 'parameter.set', payload: { name: organisationTypeParameter, value: organisationType } }];
      return createNew(context, { ...wanted, path, pack, author, sample: false, further });
    },
  },

  openAssessment: {
    input: z.strictObject({ file: z.string().max(64) }),
    run: async ({ file }, context) => {
      const source = context.handles.look(file);
      if (source?.kind === 'path') await untilClosed(context, source.path);
      return source === undefined ? refused('source-gone') : notingDamage(context, source, () => openSource(context, source));
    },
  },

  openSample: { input: z.strictObject({}), run: (_input, context) => openSampleCopy(context) },

  closeAssessment: {
    input: z.strictObject({ assessment }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      await closeSession(context, session);
      return ok(null);
    }),
  },

  describeAssessment: {
    input: z.strictObject({ assessment, ...described, window: z.strictObject({ from: day, to: day }).readonly() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const { organisationType = null } = input;
      if (organisationType !== session.header().organisationType && !hasType(session.pack, organisationType)) return refused('no-organisation-type', String(organisationType));
      const drafts: readonly Draft[] = changesTo(session.store.state(), input);
      if (drafts.length > 0) record(context, session, author, drafts);
      remember(context, session);
      return ok(session.header());
    }),
  },

  setLayer: {
    input: z.strictObject({ assessment, layer: z.enum(layers) }),
    run: (input, context) => withSession(context, input.assessment, (session) => {
      session.setLayer(input.layer);
      context.tell({ kind: 'refresh', assessment: session.handle });
      return ok(session.header());
    }),
  },

  saveCopy: {
    input: z.strictObject({ assessment }),
    run: (input, context) => withSession(context, input.assessment, (session) => {
      const { store } = session;
      const fileName = basename(store.path);
      const path = freePath(context.surroundings.runFolder, 'copy', '.maturity');
      store.saveCopy(path);
      const download = context.handles.offer({ path, name: fileName, mediaType: 'application/vnd.sqlite3', taken: copyTaker(context, session) });
      return ok({ name: fileName, size: statSync(path).size, format: 'maturity', download });
    }),
  },
};

function hasType({ organisationTypes }: Pack, wanted: number | null): boolean {
  return wanted === null || organisationTypes.some(({ type }) => type === wanted);
}

/** A file of this computer that turns out to be damaged is remembered as such: its card leads to the repair. */
function notingDamage<Value>(context: Context, source: Source, open: () => Value): Value {
  try {
    return open();
  } catch (thrown) {
    if (source.kind === 'path' && problemThrown(thrown)?.kind === 'damaged') rememberDamaged(context, source.path);
    throw thrown;
  }
}

/** Opens what was chosen. A file that came through a browser becomes one of the user's own assessments first. */
function openSource(context: Context, source: Source): ReturnType<typeof openExisting> {
  if (source.kind === 'path') return openExisting(context, source.path);
  const [file] = source.files;
  if (file === undefined) return refused('source-gone');
  const own = freePath(context.surroundings.assessmentsFolder, safeFileName([basename(file.path, extname(file.path))], 'assessment'), '.maturity');
  let kept = false;
  let damaged = false;
  try {
    copyFileSync(file.absolute, own, constants.COPYFILE_EXCL);
    const opened = openExisting(context, own);
    kept = opened.ok;
    return opened;
  } catch (thrown) {
    damaged = problemThrown(thrown)?.kind === 'damaged';
    throw thrown;
  } finally {
    if (!kept) rmSync(own, { force: true });
    // A damaged file is needed again, to be repaired from.
    if (!damaged) source.discard();
  }
}
