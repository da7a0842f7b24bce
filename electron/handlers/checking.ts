import { z } from 'zod';
import { ok } from '#assessments';
import type { Feature } from './handler.ts';
import { withSession } from './opened.ts';

export const checking: Feature<'verify'> = {
  verify: {
    input: z.strictObject({ assessment: z.string().max(64) }),
    run: ({ assessment }, context) => withSession(context, assessment, ({ store }) => {
      const { ok: holds, events, artefacts, faults } = store.verify();
      return ok({ ok: holds, events, artefacts, firstFault: faults[0] ?? null });
    }),
  },
};
