import type { Requirement } from '../../catalogue/pack.ts';
import { citedPlaces, code, masked, placeCells, saidBy, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Cell } from '../document.ts';
import { ratersOf } from '../raters.ts';
import { placeText } from '../../findings/sentence.ts';

/** Beneath the text of a requirement: who rated it and why, what the checks say and where, links and notes. */
export function requirementDetail(context: ReportContext, requirement: Requirement): readonly Cell[] {
  return [...rated(context, requirement.id), ...suggested(context, requirement.id), ...links(context, requirement.id), ...notes(context, requirement.id)];
}

function rated(context: ReportContext, id: string): readonly Cell[] {
  const { say, words } = context;
  return ratersOf(context, id).flatMap(({ layer, basis, who, value, confidence, rationale, stale }) => {
    const blanks = { layer: words(`layer.${layer}`), basis: words(`basis.${basis}`), who: `${who} ${value}` };
    const line = confidence === null ? say('requirements.rated', blanks) : say('requirements.ratedSurely', { ...blanks, confidence: words(`confidence.${confidence}`) });
    return [
      text(line, 'muted'),
      ...(rationale === '' ? [] : [text(say('requirements.rationale', { text: rationale }))]),
      ...(stale ? [text(say('requirements.stale'), 'muted')] : []),
    ];
  });
}

function suggested(context: ReportContext, id: string): readonly Cell[] {
  const { say, both, input: { state } } = context;
  const suggestion = context.suggestion(id);
  const rejected = state.rejections.filter(({ requirement }) => requirement === id).at(-1);
  return [
    ...saidBy(context, suggestion).map((sentence) => text(both(sentence))),
    ...placeCells(context, citedPlaces(context, suggestion), 4),
    ...(suggestion?.missing ?? []).map((missing) => text(say('requirements.missing', { text: masked(context, missing) }), 'muted')),
    ...(rejected === undefined ? [] : [text(say('requirements.rejected', { reason: rejected.reason, who: rejected.author.name }), 'muted')]),
  ];
}

function links(context: ReportContext, id: string): readonly Cell[] {
  return context.input.state.links.filter(({ requirement }) => requirement === id).flatMap(({ file, locator, stance, note }) => {
    const path = context.evidence(locator === null ? file.path : placeText(locator));
    const line = stance === 'for' ? context.say('requirements.linked', { path }) : context.say('requirements.linkedAgainst', { path });
    return note === '' ? [text(line, 'muted')] : [text(line, 'muted'), code(note)];
  });
}

function notes(context: ReportContext, id: string): readonly Cell[] {
  return context.input.state.notes.filter(({ node }) => node === id).map(({ text: note, saidBy: who }) =>
    text(who === null ? context.say('requirements.note', { text: note }) : context.say('requirements.noteSaid', { saidBy: who, text: note }), 'muted'));
}
