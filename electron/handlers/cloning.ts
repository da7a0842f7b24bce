import { z } from 'zod';
import { carryOver, type Draft } from '#assessments';
import type { Header, Reply } from '#contract';
import type { Context } from './context.ts';
import { freePath, safeFileName } from './file-names.ts';
import type { Feature } from './handler.ts';
import { createNew } from './opening.ts';
import { withSession, authorOf } from './opened.ts';
import type { FoundPack } from './packs.ts';
import { refused } from './problems.ts';
import type { Session } from './session.ts';

const day = z.iso.date().nullable();

export const cloning: Feature<'cloneAssessment'> = {
  cloneAssessment: {
    input: z.strictObject({ assessment: z.string().max(64), project: z.string().trim().max(200), scope: z.string().trim().max(2_000), window: z.strictObject({ from: day, to: day }).readonly() }),
    run: (input, context) => withSession(context, input.assessment, (session) => {
      const path = freePath(context.surroundings.assessmentsFolder, safeFileName([session.store.state().organisation, input.project], 'assessment'), '.maturity');
      return cloneInto(context, session, { ...input, path });
    }),
  },
};

export type Clone = { readonly path: string; readonly project: string; readonly scope: string; readonly window: { readonly from: string | null; readonly to: string | null } };

/**
 * Makes a new assessment out of an open one and opens it: the same organisation, rules and targets, the ratings carried
 * over to be confirmed. The pack is this program's edition where it has one, otherwise, or where its wording is licensed, the one the old file keeps.
 */
export function cloneInto(context: Context, session: Session, { path, project, scope, window }: Clone, author = authorOf(context)): Reply<Header> {
  const pack = packFor(context, session);
  if (author === null) return refused('no-identity');
  if (pack === undefined) return refused('unusable-pack', session.pack.id);
  const state = session.store.state();
  const further: readonly Draft[] = [...(window.from === null && window.to === null ? [] : [{ type: 'window.set' as const, payload: window }]), ...carryOver({ state, pack: session.pack, into: pack.pack })];
  return createNew(context, { path, pack, author, sample: false, organisation: state.organisation, project, scope, target: state.targets[''] ?? null, policy: state.policy, rollup: state.rollup, further });
}

function packFor({ packs }: Context, { pack, store }: Session): FoundPack | undefined {
  const pinned = store.packs().find(({ id }) => id === pack.id);
  // What its holder worded is nowhere else than in the file.
  const brought = pack.licensed === null ? packs.find(pack.id) : undefined;
  return brought ?? (pinned === undefined ? undefined : { texts: pinned.texts, pack });
}
