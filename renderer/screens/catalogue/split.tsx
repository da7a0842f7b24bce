import { useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useWords } from '../../text/text.ts';

const storageKey = 'maturity.catalogue-split';
const [least, most] = [20, 80] as const;

/** What is looked through above, what is looked at below, with a movable border; its place is kept for the next time. */
export function Split({ above, below }: { readonly above: ReactNode; readonly below: ReactNode }) {
  const [share, setShare] = useState(remembered);
  const resize = (wanted: number) => {
    const next = Math.round(Math.min(Math.max(wanted, least), most));
    setShare(next);
    window.localStorage.setItem(storageKey, String(next));
  };
  if (below === null) return <div className="catalogue-main">{above}</div>;
  return (
    <div className="catalogue-main catalogue-split" style={{ '--above': `${share}%` } as CSSProperties}>
      {above}
      <Border share={share} resize={resize} />
      {below}
    </div>
  );
}

function Border({ share, resize }: { readonly share: number; readonly resize: (share: number) => void }) {
  const { text } = useWords();
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const whole = event.currentTarget.parentElement?.getBoundingClientRect();
    if (whole !== undefined) resize((100 * (event.clientY - whole.top)) / whole.height);
  };
  const nudge = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 4 : event.key === 'ArrowUp' ? -4 : 0;
    if (by === 0) return;
    event.preventDefault();
    resize(share + by);
  };
  return (
    <div
      className="catalogue-border" role="separator" aria-orientation="horizontal" aria-label={text('catalogue.border')} tabIndex={0} aria-valuenow={share} aria-valuemin={least} aria-valuemax={most}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); }} onPointerMove={drag} onKeyDown={nudge}
    />
  );
}

function remembered(): number {
  const kept = Number(window.localStorage.getItem(storageKey) ?? '');
  return kept >= least && kept <= most ? kept : 46;
}
