import type { Requirement } from '../../catalogue/pack.ts';
import { citedPlaces, code, masked, placeCells, saidBy, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Cell, Wording } from '../document.ts';
import { ratersOf, type RatedBy } from '../raters.ts';
import { untranslated } from '../wording.ts';

/** Beneath the text of a requirement: who rated it and why, what the checks say and where, links and notes. */
export function requirementDetail(context: ReportContext, requirement: Requirement): readonly Cell[] {
  return [...rated(context, requirement.id), ...suggested(context, requirement.id), ...links(context, requirement.id), ...notes(context, requirement.id)];
}

function rated(context: ReportContext, id: string): readonly Cell[] {
  return ratersOf(context, id).flatMap((rater) => [
    text(ratedLine(context, rater), 'muted'),
    ...(rater.rationale === '' ? [] : [text(untranslated(context, context.words('requirements.rationale', { text: '' }), rater.rationale))]),
    ...(rater.stale ? [text(context.say('requirements.stale'), 'muted')] : []),
  ]);
}

function ratedLine({ say, words }: ReportContext, { layer: stage, basis, who, value, confidence }: RatedBy): Wording {
  const layer = words(`layer.${stage}`);
  switch (basis) {
    case 'consensus': return say('requirements.agreed', { layer, value, who });
    case 'machine': return say('requirements.byMachine', { layer, value });
    case 'human': return confidence === null ? say('requirements.rated', { layer, who, value }) : say('requirements.ratedSurely', { layer, who, value, confidence: words(`confidence.${confidence}`) });
  }
}

function suggested(context: ReportContext, id: string): readonly Cell[] {
  const { say, input: { state } } = context;
  const suggestion = context.suggestion(id);
  const missing = (suggestion?.missing ?? []).map((one) => masked(context, one));
  const rejected = state.rejections.filter(({ requirement }) => requirement === id).at(-1);
  return [
    ...saidBy(context, suggestion).map((sentence) => text(say('requirements.evidence', { text: sentence }))),
    ...placeCells(context, citedPlaces(context, suggestion), 4),
    ...(missing.length === 0 ? [] : [text(say('requirements.missing', { text: { zh: missing.map(({ zh }) => zh).join('；'), en: missing.map(({ en }) => en).join('; ') } }), 'muted')]),
    ...(rejected === undefined ? [] : [text(say('requirements.rejected', { reason: rejected.reason, who: rejected.author.name }), 'muted')]),
  ];
}

function links(context: ReportContext, id: string): readonly Cell[] {
  return context.input.state.links.filter(({ requirement }) => requirement === id).flatMap(({ file, locator, stance, note }) => {
    const path = locator === null ? context.evidence(file.path) : context.place(locator);
    const line = untranslated(context, stance === 'for' ? context.words('requirements.linked', { path: '' }) : context.words('requirements.linkedAgainst', { path: '' }), path);
    return note === '' ? [text(line, 'muted')] : [text(line, 'muted'), code(note)];
  });
}

function notes(context: ReportContext, id: string): readonly Cell[] {
  return context.input.state.notes.filter(({ node }) => node === id).map(({ text: note, saidBy: who }) =>
    text(untranslated(context, who === null ? context.words('requirements.note', { text: '' }) : context.words('requirements.noteSaid', { saidBy: who, text: '' }), note), 'muted'));
}
