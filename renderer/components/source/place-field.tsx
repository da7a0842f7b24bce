import { useEffect, useState } from 'react';
import type { Place } from '#assessments';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { placeWithin } from '../../fact-words.ts';
import { useWords } from '../../text/text.ts';
import { lineOfPage, pageOfLine } from './page-lines.ts';

type TextShape = { readonly lines: number; readonly pages: readonly number[] };

/** How many lines a file has, and where its pages begin; null until it was read, or where it is no text. */
export function useTextShape(path: string | null): TextShape | null {
  const desk = useDesk();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const [known, setKnown] = useState<{ readonly path: string; readonly shape: TextShape } | null>(null);
  useEffect(() => {
    let wanted = true;
    if (path !== null && assessment !== null) void ask(desk, 'readSource', { assessment, place: { file: path, lines: [1, 1] } }).then((view) => {
      if (wanted && view !== null && view.text !== null) setKnown({ path, shape: { lines: view.totalLines, pages: view.picture?.kind === 'document' ? view.picture.pageLines : [] } });
    });
    return () => { wanted = false; };
  }, [desk, assessment, path]);
  return known !== null && known.path === path ? known.shape : null;
}

type Choosing = { readonly path: string; readonly value: Place | null; readonly change: (place: Place | null) => void };

/** The place in a file that a link leads to: a page or lines of it; nothing for the whole file. */
export function PlaceField({ path, value, change }: Choosing) {
  const { text } = useWords();
  const shape = useTextShape(path);
  const clear = <button type="button" className="link" onClick={() => { change(null); }} data-testid="place-clear">{text('place.clear')}</button>;
  if (value !== null && !('lines' in value)) return <p className="place-field"><span className="muted">{text('place.title')}</span><span className="code breakable">{placeWithin(value)}</span>{clear}</p>;
  if (shape === null) return null;
  const lines = value?.lines ?? null;
  return (
    <div className="place-field" role="group" aria-label={text('place.title')} data-testid="place-field">
      <span className="muted">{text('place.title')}</span>
      <LineNumbers shape={shape} lines={lines} change={(chosen) => { change(chosen === null ? null : { file: path, lines: chosen }); }} />
      {lines === null ? <span className="muted">{text('place.whole')}</span> : clear}
    </div>
  );
}

type Lines = readonly [number, number];

/** Page and lines: each changes the others along. */
function LineNumbers({ shape, lines, change }: { readonly shape: TextShape; readonly lines: Lines | null; readonly change: (lines: Lines | null) => void }) {
  const { text } = useWords();
  const [from, to] = lines ?? [null, null];
  const set = (first: number, last: number): void => { change(withinLines(first, last, shape.lines)); };
  const clear = (): void => { change(null); };
  const turn = (page: number): void => {
    const line = lineOfPage(shape.pages, page);
    set(line, line);
  };
  return (
    <>
      {shape.pages.length > 1 && <Number name={text('place.page')} most={shape.pages.length} value={from === null ? null : pageOfLine(shape.pages, from)} set={turn} clear={clear} testId="place-page" />}
      <Number name={text('place.line')} most={shape.lines} value={from} set={(line) => { set(line, from === to ? line : to ?? line); }} clear={clear} testId="place-line" />
      <Number name={text('place.to')} most={shape.lines} value={to} set={(line) => { set(from ?? line, line); }} clear={clear} testId="place-to" />
    </>
  );
}

function withinLines(first: number, last: number, most: number): Lines {
  const from = Math.min(Math.max(first, 1), most);
  return [from, Math.min(Math.max(last, from), most)];
}

type NumberProps = { readonly name: string; readonly most: number; readonly value: number | null; readonly set: (value: number) => void; readonly clear: () => void; readonly testId: string };

function Number({ name, most, value, set, clear, testId }: NumberProps) {
  const take = (written: string): void => {
    const number = parseInt(written, 10);
    if (written === '') clear();
    else if (number >= 1) set(number);
  };
  return <label>{name}<input className="field" type="number" min={1} max={most} value={value ?? ''} onChange={({ target }) => { take(target.value); }} data-testid={testId} /></label>;
}
