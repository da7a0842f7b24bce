import { useEffect, useRef } from 'react';
import type { ScoreResult } from '#assessments';
import { useDeskState } from '../../desk/desk.ts';
import { useWords } from '../../text/text.ts';
import { themes } from '../../tokens.ts';
import { radarAxes, type RadarAxis } from './radar-axes.ts';

/** The chart for the board. The ladder beside it is its table. */
export function Radar({ result }: { readonly result: ScoreResult }) {
  const { text, language } = useWords();
  const index = useDeskState(({ working }) => working?.index ?? null);
  return <RadarOf axes={index === null ? [] : radarAxes(index, result, language)} title={text('overview.radar')} />;
}

/** A radar of any axes; fewer than three make none. */
export function RadarOf({ axes, title }: { readonly axes: readonly RadarAxis[]; readonly title: string }) {
  const { text } = useWords();
  const theme = useDeskState(({ start }) => start?.settings.theme ?? 'system');
  const holder = useRef<HTMLDivElement>(null);
  const key = JSON.stringify([axes, theme]);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    let gone = false;
    let dispose = () => { gone = true; };
    const [drawn] = JSON.parse(key) as readonly [readonly RadarAxis[], string];
    void import('./draw-radar.ts').then(({ drawRadar }) => {
      if (gone || drawn.length < 3) return;
      dispose = drawRadar(element, drawn, themes[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']);
    });
    return () => { gone = true; dispose(); };
  }, [key]);
  if (axes.length < 3) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className="radar" ref={holder} role="img" aria-label={axes.map(({ name, level, target }) => `${name} ${level ?? '–'}${target === null ? '' : ` (${text('overview.radar-target')} ${target})`}`).join(' · ')} data-testid="radar" />
    </section>
  );
}
