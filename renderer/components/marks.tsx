import type { FinalRating, RatingValue, Suggestion } from '#assessments';
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
export function SuggestionMark({ suggestion }: { readonly suggestion: Pick<Suggestion, 'rating' | 'conflict'> | null }) {
  const { text } = useWords();
  if (!suggestion?.rating) return <span className="suggested suggested-none" aria-hidden="true" />;

  const label = `${text('suggestion.mark', { value: suggestion.rating })}${suggestion.conflict ? ` · ${text('suggestion.conflict')}` : ''}`;
  return <span className={`suggested suggested-${suggestion.rating.toLowerCase()}${suggestion.conflict ? ' suggested-conflict' : ''}`} role="img" aria-label={label} title={label}>{suggestion.rating}</span>;
}

/** The rating that counts, as a mark. */
export function FinalMark({ final }: { readonly final: FinalRating | null }) {
  return <RatingMark value={final?.value ?? null} disputed={final?.disputed ?? []} />;
}
