import { z } from 'zod';
import { makePlan, ok } from '#assessments';
import { analyse } from './analysis.ts';
import type { Feature } from './handler.ts';
import { withSession } from './opened.ts';
import { savedState, undoLabels, viewsOf } from './record.ts';
import { showPlaces } from './sources.ts';
import { overviewView } from './views/overview.ts';
import { citedFacts, suggestionsView } from './views/suggestions.ts';

const of = z.strictObject({ assessment: z.string().max(64) });

export const reading: Feature<'readCatalogue' | 'readScore' | 'readSuggestions' | 'readOverview'> = {
  readCatalogue: { input: of, run: ({ assessment }, context) => withSession(context, assessment, ({ pack }) => ok(pack)) },

  readScore: {
    input: of,
    run: ({ assessment }, context) => withSession(context, assessment, (session) => {
      const requirements = viewsOf(context, session, session.pack.groups.flatMap((group) => group.requirements.map(({ id }) => id)));
      return ok({ ...savedState(session), header: session.header(), result: session.result(), requirements, ...undoLabels(context, session), conflicts: session.store.state().conflicts.length });
    }),
  },

  readSuggestions: {
    input: of,
    run: ({ assessment }, context) => withSession(context, assessment, async (session) => {
      const found = await analyse(session, context);
      return ok(suggestionsView(found, await showPlaces(session, citedFacts(found).map(({ fact }) => fact.place))));
    }),
  },

  readOverview: {
    input: of,
    run: ({ assessment }, context) => withSession(context, assessment, async (session) => {
      const { suggestions } = await analyse(session, context);
      const { pack, store } = session;
      const result = session.result();
      const plan = { ...makePlan({ pack, result, target: null }), target: store.state().targets[''] ?? null };
      return ok(overviewView({ pack, header: session.header(), state: store.state(), result, plan, suggestions }));
    }),
  },
};
