import { z } from 'zod';
import type { Draft } from '#assessments';
import type { Feature } from './handler.ts';
import { withAuthor } from './opened.ts';
import { refused } from './problems.ts';
import { changeSince, withJoining } from './record.ts';

const path = z.string().min(1).max(8_192);

export const purging: Feature<'purgeEvidence'> = {
  purgeEvidence: {
    input: z.strictObject({ assessment: z.string().max(64), intake: z.string().max(64), paths: z.array(path).min(1).max(10_000).readonly(), reason: z.string().trim().max(2_000) }),
    run: ({ assessment, intake, paths, reason }, context) => withAuthor(context, assessment, (session, author) => {
      if (reason === '') return refused('purge-reason');
      if (session.busy()) return refused('import-running');
      const { store } = session;
      const files = store.state().intakes.find(({ id }) => id === intake)?.files ?? [];
      const stranger = paths.find((one) => !files.some((file) => file.path === one));
      if (stranger !== undefined) return refused('no-file', stranger);

      const wanted = new Set(files.filter((file) => paths.includes(file.path)).map(({ artefact }) => artefact));
      const before = store.revision();
      store.purge([...wanted], withJoining(session, author, [...wanted].map((artefact): Draft => ({ type: 'evidence.purged', payload: { artefact, reason } }))), { author });
      return changeSince(context, session, before);
    }),
  },
};
