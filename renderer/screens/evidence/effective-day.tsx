import { useEffect, useState } from 'react';
import { factNames, fieldName, type DaySource } from '#assessments';
import type { EffectiveDaysView, EvidenceRow } from '#contract';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { openSource } from '../../desk/moving.ts';
import { correctDay } from '../../desk/recording.ts';
import { dateTime } from '../../format.ts';
import { gapOf, useWords } from '../../text/text.ts';

/** The days a file is effective for, whence they come, and the way to correct them. */
export function EffectiveDay({ row, revision }: { readonly row: EvidenceRow; readonly revision: number }) {
  const desk = useDesk();
  const { text } = useWords();
  const { intake, path, purged } = row;
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const [view, setView] = useState<EffectiveDaysView | null>(null);
  const [correcting, setCorrecting] = useState(false);
  useEffect(() => {
    let wanted = true;
    if (assessment !== null) void ask(desk, 'readEffectiveDays', { assessment, intake, path }).then((found) => { if (wanted && found !== null) setView(found); });
    return () => { wanted = false; };
  }, [desk, assessment, intake, path, revision]);
  return (
    <div className="effective" data-testid="effective">
      <span><Days row={row} />{!readOnly && !purged && !correcting && <button type="button" className="link" onClick={() => { setCorrecting(true); }} data-testid="day-correct">{text(row.effective === null ? 'day.give' : 'day.correct')}</button>}</span>
      {view !== null && <Whence view={view} />}
      {correcting && <Correcting row={row} corrected={view !== null && view.corrected !== null} close={() => { setCorrecting(false); }} />}
    </div>
  );
}

/** The days, and whether they lie outside the assessment period. */
function Days({ row: { effective, expired } }: { readonly row: EvidenceRow }) {
  const { text } = useWords();
  if (effective === null) return <span className="muted">{text('file.undated')}</span>;
  const { first, last } = effective;
  return <>{first === last ? last : `${first} – ${last}`}{expired && <span className="tag tag-warn">{text('files.only-expired')}</span>}</>;
}

function Whence({ view: { content, corrected } }: { readonly view: EffectiveDaysView }) {
  const { text } = useWords();
  const several = content !== null && content.first.day !== content.last.day;
  return (
    <>
      {corrected !== null && <span className="muted" data-testid="day-corrected">{text('day.corrected', { name: corrected.author.name, at: dateTime(corrected.at), reason: corrected.reason })}</span>}
      {corrected !== null && content === null && <span className="muted">{text('day.unsaid')}</span>}
      {content !== null && several && <Source source={content.first} instead={corrected !== null} />}
      {content !== null && <Source source={content.last} instead={corrected !== null} />}
    </>
  );
}

/** `instead`: somebody corrected it, so that it does not count. */
function Source({ source: { day, type, field, place }, instead }: { readonly source: DaySource; readonly instead: boolean }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const said = type === 'document' ? text('day.own', { day, field: of(fieldName(field)) }) : text('day.from', { day, fact: of(factNames[type]), field: of(fieldName(field)) });
  return <span className="muted" data-testid="day-source">{instead && `${text('day.instead')}${gapOf[language]}`}{said} <button type="button" className="link" onClick={() => { void openSource(desk, place); }}>{text('day.look')}</button></span>;
}

function Correcting({ row: { intake, path, effective }, corrected, close }: { readonly row: EvidenceRow; readonly corrected: boolean; readonly close: () => void }) {
  const desk = useDesk();
  const { text } = useWords();
  const [day, setDay] = useState(effective?.last ?? '');
  const [reason, setReason] = useState('');
  const save = (wanted: string | null): void => { void desk.queue.add(async () => { if (await correctDay(desk, { intake, path, day: wanted, reason: reason.trim() })) close(); }); };
  const why = reason.trim() !== '';
  return (
    <form className="day-form" onSubmit={(event) => { event.preventDefault(); if (day !== '' && why) save(day); }} data-testid="day-form">
      <label>{text('day.day')}<input className="field" type="date" value={day} autoFocus onChange={({ target }) => { setDay(target.value); }} data-testid="day-value" /></label>
      <label className="grow">{text('day.reason')}<input className="field" value={reason} maxLength={2000} placeholder={text('day.reason-hint')} onChange={({ target }) => { setReason(target.value); }} data-testid="day-reason" /></label>
      <span className="day-actions">
        <button type="submit" className="button button-primary" disabled={day === '' || !why} data-testid="day-save">{text('day.save')}</button>
        {corrected && <button type="button" className="button" disabled={!why} onClick={() => { save(null); }} data-testid="day-back">{text('day.back')}</button>}
        <button type="button" className="button" onClick={close}>{text('ask.cancel')}</button>
      </span>
    </form>
  );
}
