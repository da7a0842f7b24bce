import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { ok, type Author, type Draft, type Layer, type Suggestion } from '#assessments';
import type { Header, Reply } from '#contract';
import {
  cast, leadRatings, ratedAfterConsensus, sampleConsensus, sampleLinks, sampleNotes, sampleRejection, sampleSubject, secondRatings, selfRatings, takenBack, type Part, type SampleRating,
} from '../sample/story.ts';
import { seenOnVisit, visitRecord } from '../sample/visit.ts';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import { remember } from './cards.ts';
import { freePath } from './file-names.ts';
import { importFrom } from './importing.ts';
import { createNew } from './opening.ts';
import { refused } from './problems.ts';
import type { Session } from './session.ts';

type Authors = Readonly<Record<Part, Author>>;
const pack = 'model-delivery';

/** A new copy of the sample assessment: invented evidence through the real import, then the story of its assessors. */
export async function openSampleCopy(context: Context): Promise<Reply<Header>> {
  const { surroundings } = context;
  const found = context.packs.find(pack);
  if (found === undefined) return refused('no-pack', pack);
  const { organisation, project, scope, fileName, window } = sampleSubject;
  const authors = { self: authorNamed('self', context), lead: authorNamed('lead', context), second: authorNamed('second', context) };
  const path = freePath(surroundings.assessmentsFolder, fileName, '.maturity');
  const created = createNew(context, { path, pack: found, author: authors.lead, sample: true, organisation, project, scope, target: 3, policy: 'strict', rollup: 'minimum' });
  const session = created.ok ? context.sessions.get(created.value.assessment) : undefined;
  if (session === undefined) return created;

  session.store.append([{ type: 'window.set', payload: window }], { author: authors.lead });
  const imported = await importFrom([{ kind: 'path', path: surroundings.sampleFolder }], { session, context, author: authors.lead, signal: new AbortController().signal, job: `sample-${session.handle}` });
  if (!imported.ok) return imported;
  tell(session, context, authors, imported.value.intake, (await analyse(session, context)).suggestions);
  session.setLayer('on-site');
  remember(context, session);
  return ok(session.header());
}

function authorNamed(part: Part, { surroundings }: Context): Author {
  return { id: surroundings.newId(), ...cast[part] };
}

/** Everything the invented assessors did, in the order in which they did it. */
function tell(session: Session, { surroundings }: Context, { self, lead, second }: Authors, intake: string, suggestions: readonly Suggestion[]): void {
  const { store } = session;
  const join = (author: Author): Draft => ({ type: 'assessor.joined', payload: author });
  const rate = (ratings: readonly SampleRating[], layer: Layer): readonly Draft[] => ratings.map((rating) => ratingDraft(rating, layer, suggestions));

  store.append([join(self), ...rate(selfRatings, 'self-assessment')], { author: self });
  const seen = seenOnVisit(session.pack, readFileSync(joinPath(surroundings.sampleFolder, visitRecord), 'utf8'));
  store.append(rate([...seen.map(({ requirement, value }) => ({ requirement, value, rationale: '' })), ...leadRatings], 'on-site'), { author: lead });
  store.append(seen.filter(({ line }) => line !== null).map(({ requirement, line }): Draft => ({
    type: 'link.added', payload: { link: surroundings.newId(), file: { intake, path: visitRecord }, requirement, locator: line === null ? null : { file: visitRecord, lines: [line, line] }, stance: 'for', note: '' },
  })), { author: lead });
  store.append([join(second), ...rate(secondRatings, 'on-site')], { author: second });
  for (const settled of sampleConsensus) store.append([consensusDraft(session, settled)], { author: lead });
  store.append(rate([ratedAfterConsensus], 'on-site'), { author: second });

  const slip = store.append(rate([takenBack], 'on-site'), { author: second });
  store.append([{ type: 'undone', payload: { batch: slip.batch } }], { author: second });
  const rejected = { ...sampleRejection, checks: checksOf(suggestions, sampleRejection.requirement) };
  store.append([{ type: 'suggestion.rejected', payload: rejected }], { author: lead });
  store.append(sampleNotes.map(({ requirement, text, saidBy }): Draft => ({ type: 'note.added', payload: { note: surroundings.newId(), node: requirement, text, saidBy } })), { author: lead });
  store.append(sampleLinks.map(({ requirement, path, lines, stance, note }): Draft => ({
    type: 'link.added', payload: { link: surroundings.newId(), file: { intake, path }, requirement, locator: { file: path, lines }, stance, note },
  })), { author: lead });
}

/** A rating that says what the suggestion said was made by accepting it. */
function ratingDraft({ requirement, value, rationale }: SampleRating, layer: Layer, suggestions: readonly Suggestion[]): Draft {
  const accepted = suggestions.some((one) => one.requirement === requirement && one.rating === value) ? checksOf(suggestions, requirement) : [];
  return { type: 'rating.set', payload: { requirement, subject: null, layer, value, confidence: layer === 'on-site' ? 'high' : 'medium', rationale, basis: { kind: 'human', accepted } } };
}

function consensusDraft({ store }: Session, { requirement, value, rationale }: SampleRating): Draft {
  const saw = store.state().ratings.filter((rating) => rating.requirement === requirement && rating.layer === 'on-site').map(({ event }) => event);
  return { type: 'consensus.set', payload: { requirement, subject: null, layer: 'on-site', value, rationale, saw } };
}

function checksOf(suggestions: readonly Suggestion[], requirement: string): readonly string[] {
  return suggestions.find((one) => one.requirement === requirement)?.checks.map(({ id }) => id) ?? [];
}
