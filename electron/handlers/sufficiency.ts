import { z } from 'zod';
import { askNext, ok, sufficiencyOf, type Sufficiency } from '#assessments';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { withSession } from './opened.ts';
import { savedState } from './record.ts';
import type { Session } from './session.ts';

export const sufficiency: Feature<'readSufficiency'> = {
  readSufficiency: {
    input: z.strictObject({ assessment: z.string().max(64) }),
    run: ({ assessment }, context) => withSession(context, assessment, async (session) => {
      const all = await sufficiencyNow(session, context);
      const blocking = new Set(session.result().nodes.flatMap((node) => node.blocking));
      const next = askNext(session.pack, all, { target: session.store.state().targets[''] ?? null, blocking });
      return ok({ ...savedState(session), rows: [...all.values()], next });
    }),
  },
};

/** How sufficient the evidence of an open assessment is as it stands. */
export async function sufficiencyNow(session: Session, context: Context): Promise<ReadonlyMap<string, Sufficiency>> {
  const { suggestions, facts } = await analyse(session, context);
  return sufficiencyOf({ pack: session.pack, state: session.store.state(), suggestions, facts });
}
