import { z } from 'zod';
import { daySources, ok } from '#assessments';
import type { EffectiveDaysView } from '#contract';
import { analyse } from './analysis.ts';
import type { Feature } from './handler.ts';
import { withAuthor, withSession } from './opened.ts';
import { refused } from './problems.ts';
import { record } from './record.ts';
import type { Session } from './session.ts';

const file = { assessment: z.string().max(64), intake: z.string().max(64), path: z.string().min(1).max(8_192) };

/** For which days a file counts: what its content says, and what a person says instead. */
export const dating: Feature<'readEffectiveDays' | 'correctEffectiveDay'> = {
  readEffectiveDays: {
    input: z.strictObject(file),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      if (!hasFile(session, input)) return refused('no-file', input.path);
      const { facts } = await analyse(session, context);
      return ok({ content: daySources(facts, input.path), corrected: correctionOf(session, input) });
    }),
  },

  correctEffectiveDay: {
    input: z.strictObject({ ...file, day: z.iso.date().nullable(), reason: z.string().trim().max(2_000) }),
    run: ({ assessment, intake, path, day, reason }, context) => withAuthor(context, assessment, (session, author) => {
      if (!hasFile(session, { intake, path })) return refused('no-file', path);
      if (reason === '') return refused('day-reason');
      return record(context, session, author, [{ type: 'evidence.described', payload: { file: { intake, path }, title: describedAs(session, { intake, path })?.title ?? null, effective: day, note: reason } }]);
    }),
  },
};

type FileName = { readonly intake: string; readonly path: string };

function hasFile(session: Session, { intake, path }: FileName): boolean {
  return session.store.state().intakes.some(({ id, files }) => id === intake && files.some((one) => one.path === path));
}

function describedAs(session: Session, { intake, path }: FileName) {
  return session.store.state().descriptions.findLast((one) => one.file.intake === intake && one.file.path === path);
}

function correctionOf(session: Session, wanted: FileName): EffectiveDaysView['corrected'] {
  const described = describedAs(session, wanted);
  const day = described?.effective?.slice(0, 10) ?? null;
  const event = session.store.events().find(({ id }) => id === described?.event);
  return day === null || event === undefined ? null : { day, reason: described?.note ?? '', author: event.author, at: event.at };
}
