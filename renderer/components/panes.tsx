import { useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useWords } from '../text/text.ts';

const storageKey = 'maturity.panes';
const limits = { left: [180, 420], right: [320, 720] } as const;
type Side = keyof typeof limits;
type Widths = Readonly<Record<Side, number>>;

/** Three columns with movable borders; the widths are kept for the next time. */
export function Panes({ left, middle, right }: { readonly left: ReactNode; readonly middle: ReactNode; readonly right: ReactNode }) {
  const { text } = useWords();
  const [widths, setWidths] = useState(remembered);
  const resize = (side: Side, width: number) => {
    const [least, most] = limits[side];
    const next = { ...widths, [side]: Math.round(Math.min(Math.max(width, least), most)) };
    setWidths(next);
    window.localStorage.setItem(storageKey, JSON.stringify(next));
  };
  return (
    <div className="panes" style={{ '--left': `${widths.left}px`, '--right': `${widths.right}px` } as CSSProperties}>
      {left}
      <Border label={text('panes.tree')} side="left" width={widths.left} resize={resize} />
      {middle}
      <Border label={text('panes.detail')} side="right" width={widths.right} resize={resize} />
      {right}
    </div>
  );
}

function Border({ label, side, width, resize }: { readonly label: string; readonly side: Side; readonly width: number; readonly resize: (side: Side, width: number) => void }) {
  const direction = side === 'left' ? 1 : -1;
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const panes = event.currentTarget.parentElement?.getBoundingClientRect();
    if (panes !== undefined) resize(side, side === 'left' ? event.clientX - panes.left : panes.right - event.clientX);
  };
  const nudge = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
    if (by === 0) return;
    event.preventDefault();
    resize(side, width + by * direction);
  };
  return (
    <div
      className="border" role="separator" aria-orientation="vertical" aria-label={label} tabIndex={0}
      aria-valuenow={width} aria-valuemin={limits[side][0]} aria-valuemax={limits[side][1]}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); }} onPointerMove={drag} onKeyDown={nudge}
    />
  );
}

function remembered(): Widths {
  const fallback = window.innerWidth < 1360 ? { left: 264, right: 416 } : { left: 276, right: 500 };
  try {
    return { ...fallback, ...(JSON.parse(window.localStorage.getItem(storageKey) ?? '{}') as Partial<Widths>) };
  } catch {
    return fallback;
  }
}
