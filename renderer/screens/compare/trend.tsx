import { trendPicture } from '#assessments';
import type { MilestonesView } from '#contract';
import { ShapesPicture, themeColours } from '../../components/shapes-picture.tsx';
import { useDeskState } from '../../desk/desk.ts';
import { dateTime, shownLevel } from '../../format.ts';
import { useWords } from '../../text/text.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** The overall level from milestone to milestone; the bar above a dot is what open ratings could still have given. */
export function Trend({ view: { milestones, now } }: { readonly view: MilestonesView }) {
  const { text } = useWords();
  const target = useDeskState(({ working }) => working?.header.targets[''] ?? null);
  const points = [...milestones.map(({ name, at, overall }) => ({ name, day: dateTime(at).slice(0, 10), level: shownLevel(overall), max: overall.max })), { name: text('compare.now'), day: '', level: shownLevel(now.overall), max: now.overall.max }];
  const told = points.map(({ name, level }) => `${name} ${level ?? '–'}`).join(' · ');
  return (
    <section aria-label={text('compare.trend')}>
      <h2>{text('compare.trend')}</h2>
      <div className="scrolls" tabIndex={0} role="region" aria-label={text('compare.trend')}>
        <ShapesPicture picture={trendPicture({ kind: 'trend', points, levels: levels.map((level) => text(`level.${level}`)), target }, themeColours)} label={text('compare.trend-alt', { list: told })} testId="trend" />
      </div>
    </section>
  );
}
