import type { Suggestion } from '../findings/suggestion.ts';
import type { FinalRating } from '../scoring/result.ts';
import type { ReportContext } from './context.ts';
import type { LadderCell, LadderStrip, LevelMark, RatingMark, SuggestionMark } from './document.ts';

type Levelled = { readonly level: number | null; readonly grade: string | null; readonly target?: number | null; readonly written?: boolean };

/** The mark of a node; without any rating it has no level, because none may be stated. */
export function levelMark(context: ReportContext, node: Levelled | undefined): LevelMark {
  const written = node?.written !== false && node !== undefined;
  const level = context.rated && written ? node.level : null;
  const grade = level === null ? null : node?.grade ?? String(level);
  return { level, grade, target: node?.target ?? null, name: levelName(context, written, level, grade) };
}

function levelName({ tell }: ReportContext, written: boolean, level: number | null, grade: string | null): string {
  if (!written) return tell('level.unwritten');
  if (level === null) return tell('level.none');
  return level === 0 && grade === '0' ? tell('level.below') : tell('level.of', { level: grade ?? level });
}

/** The mark of a final rating. */
export function ratingMark({ tell }: ReportContext, final: FinalRating | undefined): RatingMark {
  const disputed = final?.disputed ?? [];
  const value = final?.value ?? null;
  const name = disputed.length > 0 ? tell('rating.disputed', { values: disputed.join(', ') }) : value === null ? tell('rating.none') : `${value} ${tell(`rating.${value}`)}`;
  return { value, disputed, name };
}

/** The mark of a suggestion. */
export function suggestionMark({ tell, words }: ReportContext, suggestion: Suggestion | undefined): SuggestionMark {
  const rating = suggestion?.rating ?? null;
  const conflict = suggestion?.conflict ?? false;
  if (suggestion === undefined || suggestion.unchecked) return { rating, conflict, name: tell('suggestion.unchecked') };
  if (rating === null) return { rating, conflict, name: tell('suggestion.silent') };
  const name = conflict ? tell('suggestion.conflict', { rating }) : tell('suggestion.of', { rating, strength: words(`strength.${suggestion.strength ?? 'direct'}`) });
  return { rating, conflict, name };
}

/** The ladder of one sub-item: per level how many requirements apply, are rated, and are fully met. */
export function ladderStrip(context: ReportContext, subItem: string): LadderStrip {
  const requirements = context.group(subItem)?.requirements ?? [];
  const cells = [1, 2, 3, 4, 5].map((level): LadderCell => {
    const values = requirements.filter((requirement) => requirement.level === level).map(({ id }) => context.final(id)?.value ?? null).filter((value) => value !== 'NA');
    return { level, total: values.length, assessed: values.filter((value) => value !== null).length, met: values.filter((value) => value === 'F').length };
  });
  const mark = levelMark(context, context.node(subItem));
  const shares = cells.filter(({ total }) => total > 0).map(({ level, met, total }) => context.tell('levels.stripShare', { level, met, total })).join(', ');
  return { cells, level: mark.level, target: mark.target, name: context.tell('levels.stripName', { level: mark.name, shares }) };
}
