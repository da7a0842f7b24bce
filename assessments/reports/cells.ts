import type { Bilingual } from '../language.ts';
import type { Place } from '../evidence/place.ts';
import type { Suggestion } from '../findings/suggestion.ts';
import { namedNode, type ReportContext } from './context.ts';
import type { Cell, Column, Tone, Wording } from './document.ts';
import { levelMark, ratingMark, suggestionMark } from './marks.ts';
import { placeText } from '../findings/sentence.ts';
import { data, type ReportKey } from './wording.ts';

type TitleKey = Extract<ReportKey, `column.${string}`>;

/** A column named by the dictionary; `column.share` has a blank and is built where it is used. */
export function column(context: ReportContext, id: string, title: Exclude<TitleKey, 'column.share'>, width: number, more: Partial<Column> = {}): Column {
  return { id, title: context.say(title), width, ...more };
}

export function text(wording: Wording, tone: Tone = 'plain'): Cell {
  return { kind: 'text', text: wording, tone };
}

export function code(content: string, tone: Tone = 'plain'): Cell {
  return { kind: 'code', text: content, tone };
}

/** Ids in a row; each stays whole. */
export function ids(all: readonly string[], tone: Tone = 'plain'): Cell {
  return text(data(all.join(', ')), tone);
}

/** The id of a requirement, leading to where the report tells all of it. */
export function requirementId(context: ReportContext, id: string): Cell {
  return context.input.options.depth === 'full' ? { kind: 'code', text: id, to: requirementAnchor(id) } : { kind: 'code', text: id };
}

export function requirementAnchor(id: string): string {
  return `requirement-${id}`;
}

export function number(value: number | null): Cell {
  return { kind: 'number', value };
}

export function ratingCell(context: ReportContext, requirement: string): Cell {
  return { kind: 'rating', mark: ratingMark(context, context.final(requirement)) };
}

export function suggestionCell(context: ReportContext, requirement: string): Cell {
  return { kind: 'suggestion', mark: suggestionMark(context, context.suggestion(requirement)) };
}

export function levelCell(context: ReportContext, node: string): Cell {
  return { kind: 'level', mark: levelMark(context, context.node(node)) };
}

/** `2–4`, or `2` once settled; empty as long as nothing is rated. */
export function rangeText(context: ReportContext, id: string): string {
  const { min = null, max = null } = context.node(id) ?? {};
  if (!context.rated || min === null || max === null) return '';
  return min === max ? String(min) : `${min}–${max}`;
}

/** How many of the applicable requirements of a node are rated, `5 / 12`. */
export function progressText({ node }: ReportContext, id: string): string {
  const { assessed = 0, total = 0 } = node(id) ?? {};
  return `${assessed} / ${total}`;
}

export function nodeName(context: ReportContext, id: string): Wording {
  return context.both(namedNode(context, id));
}

/** The places a suggestion rests on, each once, in the order of its checks. */
export function citedPlaces({ input }: ReportContext, suggestion: Suggestion | undefined): readonly Place[] {
  const facts = [...new Set((suggestion?.checks ?? []).flatMap((check) => check.facts))].flatMap((index) => input.facts[index] ?? []);
  const places = facts.map(({ place }) => place);
  return [...new Map(places.map((place) => [placeText(place), place])).values()];
}

/** The first places as cells, and how many more there are. */
export function placeCells(context: ReportContext, places: readonly Place[], shown: number): readonly Cell[] {
  const first = places.slice(0, shown).map((place) => code(context.place(place), 'fine'));
  return places.length > shown ? [...first, text(context.say('requirements.morePlaces', { count: places.length - shown }), 'fine')] : first;
}

/** What the checks said, masked: the sentences may quote evidence. */
export function saidBy(context: ReportContext, suggestion: Suggestion | undefined): readonly Bilingual[] {
  return (suggestion?.checks ?? []).map(({ says }) => masked(context, says));
}

export function masked(context: ReportContext, { zh, en }: Bilingual): Bilingual {
  return { zh: context.evidence(zh), en: context.evidence(en) };
}

