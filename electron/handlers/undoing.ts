import { z } from 'zod';
import { redoable, undoable, undoVerdicts } from '#assessments';
import type { Feature } from './handler.ts';
import { withAuthor } from './opened.ts';
import { refused } from './problems.ts';
import { record } from './record.ts';

const input = z.strictObject({ assessment: z.string().max(64) });

export const undoing: Feature<'undo' | 'redo' | 'undoBatch'> = {
  undo: {
    input,
    run: ({ assessment }, context) => withAuthor(context, assessment, (session, author) => {
      const found = undoable(session.store.events(), { author: author.id, chain: session.store.chain });
      return found === null ? refused('nothing-to-undo') : record(context, session, author, [{ type: 'undone', payload: { batch: found.batch } }]);
    }),
  },

  redo: {
    input,
    run: ({ assessment }, context) => withAuthor(context, assessment, (session, author) => {
      const found = redoable(session.store.events(), { author: author.id, chain: session.store.chain });
      return found === null ? refused('nothing-to-redo') : record(context, session, author, [{ type: 'redone', payload: { batch: found.batch } }]);
    }),
  },

  undoBatch: {
    input: input.extend({ batch: z.string().max(64) }),
    run: ({ assessment, batch }, context) => withAuthor(context, assessment, (session, author) => {
      const { kind } = undoVerdicts(session.store.events()).of(batch, author.id);
      return kind === 'undoable' ? record(context, session, author, [{ type: 'undone', payload: { batch } }]) : refused('not-undoable');
    }),
  },
};
