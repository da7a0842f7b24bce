import { codesIn } from '../catalogue/evidence-codes.ts';
import type { Requirement } from '../catalogue/pack.ts';
import type { Confidence } from '../journal/event.ts';
import { gatherEvidence } from './sufficiency/evidence-pieces.ts';
import { reasonsFor } from './sufficiency/reasons.ts';
import { type Found, type Judged, type Sufficiency, type SufficiencyInput, evidenceKinds } from './sufficiency/result.ts';

/**
 * How sufficient the evidence of each requirement is, in the pack's order. The rule is that of appraisals in general:
 * sufficient is direct evidence that a second, independent source bears out, not all of it from outside the assessment
 * period, and nothing against it. What somebody merely said, a single file or mere traces are thin.
 */
export function sufficiencyOf(input: SufficiencyInput): ReadonlyMap<string, Sufficiency> {
  const gathered = gatherEvidence(input);
  const codes = (requirement: Requirement): readonly string[] => requirement.evidence.map(({ code }) => code);
  return new Map(input.pack.groups.flatMap(({ requirements }) => requirements).map((requirement) => {
    const found = gathered(requirement);
    const told = judge(found);
    const answered = new Set(found.names.flatMap((name) => codesIn(name, codes(requirement))));
    const ask = told.state === 'sufficient' ? [] : requirement.evidence.filter(({ code }) => !answered.has(code));
    return [requirement.id, { requirement: requirement.id, ...told, reasons: reasonsFor(told, found, input.state.window), ask }];
  }));
}

/** The shares alone, as the reasons of a level need them. */
export function sufficiencyShares(all: ReadonlyMap<string, Pick<Sufficiency, 'share'>>): ReadonlyMap<string, number> {
  return new Map([...all].map(([requirement, { share }]) => [requirement, share]));
}

function judge(found: Found): Judged {
  const { pieces, against } = found;
  const kinds = evidenceKinds.filter((kind) => pieces.some((piece) => (kind === 'machine' ? piece.machine : piece.kind === kind)));
  const sources = new Set(pieces.map(({ source }) => source)).size;
  const freshness = freshnessOf(found);
  const state = stateOf(kinds, sources, freshness, against.length);
  return { state, kinds, freshness, sources, against: against.length, share: shareOf(kinds, sources, freshness, against.length), confidence: confidenceOf(state, kinds, found.confirmed) };
}

function stateOf(kinds: Sufficiency['kinds'], sources: number, freshness: Sufficiency['freshness'], against: number): Sufficiency['state'] {
  if (against > 0) return 'contradicted';
  if (kinds.length === 0) return 'none';
  return kinds.includes('direct') && sources > 1 && freshness !== 'outside' ? 'sufficient' : 'thin';
}

/** What people say has the day on which they are asked: only what they hand over can be out of date. */
function freshnessOf({ pieces, windowed }: Found): Sufficiency['freshness'] {
  if (!windowed) return 'no-window';
  const shown = pieces.filter(({ kind }) => kind !== 'affirmation');
  if (shown.some(({ within }) => within === true)) return 'inside';
  return shown.length > 0 && shown.every(({ within }) => within === false) ? 'outside' : 'unknown';
}

/** Hundredths, so that they add up exactly: the best kind, a second source, the period; half of it where something says the contrary. */
function shareOf(kinds: Sufficiency['kinds'], sources: number, freshness: Sufficiency['freshness'], against: number): number {
  if (kinds.length === 0) return 0;
  const kind = kinds.includes('direct') ? 60 : kinds.includes('indirect') ? 35 : 20;
  const timely = { inside: 15, 'no-window': 15, unknown: 5, outside: -15 }[freshness];
  const whole = kind + (sources > 1 ? 25 : 0) + timely;
  return Math.floor(against > 0 ? whole / 2 : whole) / 100;
}

function confidenceOf(state: Sufficiency['state'], kinds: Sufficiency['kinds'], confirmed: boolean): Confidence | null {
  switch (state) {
    case 'none': return null;
    case 'contradicted': return 'low';
    case 'thin': return kinds.includes('direct') ? 'medium' : 'low';
    case 'sufficient': return confirmed ? 'high' : 'medium';
  }
}
