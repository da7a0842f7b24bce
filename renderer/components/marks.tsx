import type { FinalRating, RatingValue, Sufficiency, Suggestion } from '#assessments';
import { useWords } from '../text/text.ts';

/** A level as a square with its digit; an empty one where there is no level. */
export function LevelMark({ level, grade, size = 'normal', target = null }: { readonly level: number | null; readonly grade?: string | null; readonly size?: 'small' | 'normal'; readonly target?: number | null }) {
  const { text } = useWords();
  const label = [level === null ? text('level.none') : text('level', { level: grade ?? level }), target === null ? '' : text('level.target', { level: target })].filter((part) => part !== '').join(' · ');
  return <span className={`level level-${level ?? 'none'} level-${size}`} role="img" aria-label={label} title={label}>{level ?? '–'}</span>;
}

/** A rating a person decided: its letter on its colour; empty for none; two letters side by side where assessors disagree. */
export function RatingMark({ value, disputed = [] }: { readonly value: RatingValue | null; readonly disputed?: readonly RatingValue[] }) {
  const { text } = useWords();
  if (disputed.length > 0) {
    const label = text('rating.disputed', { values: disputed.join(' / ') });
    return <span className="rating rating-disputed" role="img" aria-label={label} title={label}>{disputed.map((each) => <i key={each} className={`rating-${each.toLowerCase()}`}>{each}</i>)}</span>;
  }
  const label = value === null ? text('rating.none') : `${value} ${text(`rating.${value}`)}`;
  return <span className={`rating rating-${value?.toLowerCase() ?? 'none'}`} role="img" aria-label={label} title={label}>{value ?? ''}</span>;
}

/** A suggestion: dashed, because it is not a rating; split where the evidence contradicts itself. */
export function SuggestionMark({ suggestion }: { readonly suggestion: (Pick<Suggestion, 'rating' | 'conflict'> & Partial<Pick<Suggestion, 'unchecked' | 'checks'>>) | null }) {
  const { text } = useWords();
  if (!suggestion?.rating) return <Unsuggested suggestion={suggestion} />;

  const label = `${text('suggestion.mark', { value: suggestion.rating })}${suggestion.conflict ? ` · ${text('suggestion.conflict')}` : ''}`;
  return <span className={`suggested suggested-${suggestion.rating.toLowerCase()}${suggestion.conflict ? ' suggested-conflict' : ''}`} role="img" aria-label={label} title={label}>{suggestion.rating}</span>;
}

/** Where nothing is suggested: no rule looks at it (blank), rules looked and found nothing (a dash), or found something that is not enough (dotted). */
function Unsuggested({ suggestion }: { readonly suggestion: Partial<Pick<Suggestion, 'unchecked' | 'checks'>> | null }) {
  const { text } = useWords();
  if (suggestion?.checks === undefined || suggestion.unchecked === true) return <span className="suggested suggested-none" aria-hidden="true" />;
  const found = suggestion.checks.length > 0;
  const label = text(found ? 'suggestion.not-enough' : 'suggestion.nothing-found');
  return <span className={`suggested ${found ? 'suggested-lacking' : 'suggested-nothing'}`} role="img" aria-label={label} title={label}>{found ? '·' : '–'}</span>;
}

/** How sufficient the evidence is, as a small sign: full, half, empty, struck through. */
export function SufficiencyMark({ sufficiency }: { readonly sufficiency: Pick<Sufficiency, 'state'> | null }) {
  const { text } = useWords();
  if (sufficiency === null) return <span className="sufficient" style={{ visibility: 'hidden' }} aria-hidden="true" />;
  const label = `${text('sufficiency')}${text('colon')}${text(`sufficiency.${sufficiency.state}`)}`;
  return <span className={`sufficient sufficient-${sufficiency.state}`} role="img" aria-label={label} title={label} data-testid={`sufficient-${sufficiency.state}`} />;
}

/** The rating that counts, as a mark. */
export function FinalMark({ final }: { readonly final: FinalRating | null }) {
  return <RatingMark value={final?.value ?? null} disputed={final?.disputed ?? []} />;
}
