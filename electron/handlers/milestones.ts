import { z } from 'zod';
import { ok, type Author, type CompareSide, type Reached } from '#assessments';
import type { MilestoneRow, MilestonesView, Reply } from '#contract';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { withAuthor, withSession } from './opened.ts';
import { otherSide } from './other-file.ts';
import { refused } from './problems.ts';
import { record, savedState } from './record.ts';
import type { Session } from './session.ts';
import { compared, milestoneSide, sideAt, sideNow } from './sides.ts';

const assessment = z.string().max(64);
const milestone = z.string().max(64).nullable();

export const milestones: Feature<'listMilestones' | 'addMilestone' | 'compareMilestones' | 'compareWithFile'> = {
  listMilestones: { input: z.strictObject({ assessment }), run: (input, context) => withSession(context, input.assessment, (session) => ok(listMilestones(session))) },

  addMilestone: {
    input: z.strictObject({ assessment, name: z.string().trim().min(1).max(200) }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => addMilestone(context, session, author, input.name)),
  },

  compareMilestones: {
    input: z.strictObject({ assessment, from: milestone, to: milestone }),
    run: (input, context) => withSession(context, input.assessment, (session) => {
      const [from, to] = [sideAt(session, input.from), sideAt(session, input.to)];
      if (from === null) return refused('no-milestone', input.from);
      return to === null ? refused('no-milestone', input.to) : ok(compared(from, to));
    }),
  },

  compareWithFile: {
    input: z.strictObject({ assessment, file: z.string().max(64) }),
    run: (input, context) => withSession(context, input.assessment, (session) => {
      const source = context.handles.look(input.file);
      const from = source === undefined ? refused('source-gone') : otherSide(context, source);
      // What came through a browser was stored for this one look.
      if (source?.kind === 'upload') source.discard();
      return from.ok ? ok(compared(from.value, sideNow(session))) : from;
    }),
  },
};

/** Names the present point of the journal: all that was recorded before it belongs to it. Names are told apart by people, so there is each only once. */
export function addMilestone(context: Context, session: Session, author: Author, name: string): Reply<MilestonesView> {
  const { heads, events, milestones: known } = session.store.state();
  if (known.some((one) => one.name === name)) return refused('milestone-taken', name);
  record(context, session, author, [{ type: 'milestone.made', payload: { milestone: context.surroundings.newId(), name, heads: [...heads], events } }]);
  return ok(listMilestones(session));
}

/** The milestones of an open assessment, oldest first, with the levels as they were then, and those of now. */
export function listMilestones(session: Session): MilestonesView {
  const rows = session.store.state().milestones.map((one): MilestoneRow => {
    const { milestone: id, name, at, author, events, signed } = one;
    return { milestone: id, name, at, author, events, signed, ...levelsOf(milestoneSide(session, one)) };
  });
  return { ...savedState(session), milestones: rows, now: levelsOf(sideNow(session)) };
}

function levelsOf({ pack, result }: CompareSide): Pick<MilestoneRow, 'overall' | 'domains'> {
  const tops = new Set(pack.groups.filter(({ parent }) => parent === null).map(({ id }) => id));
  return { overall: reached(result.overall), domains: result.nodes.filter(({ id }) => tops.has(id)).map((node) => ({ node: node.id, ...reached(node) })) };
}

function reached({ level, grade, min, max, assessed, total }: Reached): Reached {
  return { level, grade, min, max, assessed, total };
}
