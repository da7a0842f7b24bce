import { useEffect, useState, type ReactNode } from 'react';
import type { JournalEntryView, JournalEventRow, JournalKind, JournalRow } from '#contract';
import { PathText } from '../../components/path-text.tsx';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { ask, useDesk, useDeskState, type Desk } from '../../desk/desk.ts';
import { goToRequirement, openWhole } from '../../desk/moving.ts';
import { goTo, showOverlay } from '../../desk/opening.ts';
import { undoAction } from '../../desk/recording.ts';
import { count, dateTime } from '../../format.ts';
import { useWords, type TextKey } from '../../text/text.ts';

const portion = 100;

/** The action looked at: what it recorded, where it came from, and whether it can be undone. */
export function JournalEntry() {
  const { text } = useWords();
  const chosen = useDeskState(({ reading }) => reading.chosen);
  return (
    <aside className="journal-entry" aria-label={text('journal.entry')} tabIndex={0} data-testid="journal-entry">
      {chosen === null ? <p className="muted">{text('journal.choose')}</p> : <Chosen key={chosen} batch={chosen} />}
    </aside>
  );
}

function Chosen({ batch }: { readonly batch: string }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const revision = useDeskState(({ working }) => working?.revision ?? 0);
  const me = useDeskState(({ start }) => start?.identity?.id ?? null);
  const [shown, setShown] = useState(portion);
  const [entry, setEntry] = useState<JournalEntryView | null>(null);
  useEffect(() => {
    let wanted = true;
    if (assessment !== null) void readEntry(desk, assessment, batch, shown).then((fresh) => { if (wanted) setEntry(fresh); });
    return () => { wanted = false; };
  }, [desk, assessment, batch, shown, revision, me]);
  if (entry === null) return null;

  const { action } = entry;
  return (
    <>
      <h2 className={action.undone ? 'undone' : undefined}>{of(action.what)}</h2>
      <p className="journal-leads"><Leads action={action} /></p>
      <dl className="facts-of">
        <Line name={text('journal.who')}>{[action.author.name, action.author.role].filter((part) => part !== '').join(' · ')}</Line>
        <Line name={text('journal.when')}>{dateTime(action.at)}</Line>
        <Line name={text('journal.where')}>{text(action.from.here ? 'journal.here' : 'journal.elsewhere')} <span className="muted code" title={action.from.device}>{text('journal.device', { device: shortened(action.from.device) })}</span></Line>
        <Line name={text('journal.chain')}><span className="muted code" title={action.from.chain}>{shortened(action.from.chain)}</span></Line>
      </dl>
      <Undoing action={action} />
      <h3>{text('journal.recorded', { count: count(action.events, language) })}</h3>
      <ol className="entries journal-events" data-testid="journal-events">
        {entry.rows.map((row) => <li key={row.event} className={action.undone ? 'undone' : undefined}><EventLine row={row} leading={action.events > 1} /></li>)}
      </ol>
      {entry.rows.length < action.events && <button type="button" className="link" onClick={() => { setShown(shown + portion); }}>{text('journal.more', { count: count(Math.min(portion, action.events - entry.rows.length), language) })}</button>}
    </>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

/** `leading`: it leads to what it is about, because the action as a whole does not. */
function EventLine({ row, leading }: { readonly row: JournalEventRow; readonly leading: boolean }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const { requirement, file } = row;
  return (
    <>
      <span className="entry-text">{of(row.what)}</span>
      {leading && requirement !== null && <> <RequirementLink id={requirement} go={() => { goToRequirement(desk, requirement); }} /></>}
      {leading && file !== null && <button type="button" className="link code" aria-label={text('journal.go-file', { path: file })} onClick={() => { void openWhole(desk, file); }}><PathText path={file} /></button>}
    </>
  );
}

/** The button, or the reason why there is none. */
function Undoing({ action }: { readonly action: JournalRow }) {
  const desk = useDesk();
  const { text, of } = useWords();
  if (action.undone) return <p className="journal-kept" data-testid="journal-kept">{text('journal.was-undone')}</p>;
  if (action.kept !== null) return <p className="journal-kept" data-testid="journal-kept">{text(`journal.kept.${action.kept.kind}`, { what: action.kept.by === null ? '' : of(action.kept.by) })}</p>;
  return (
    <div className="journal-undo">
      <button type="button" className="button" onClick={() => { void desk.queue.add(() => undoAction(desk, action)); }} data-testid="journal-undo">{text('journal.undo')}</button>
      <span className="muted small">{text('journal.undo-why')}</span>
    </div>
  );
}

const screenOf: { readonly [Kind in JournalKind]?: { readonly screen: 'evidence' | 'gaps' | 'compare'; readonly text: 'journal.go-evidence' | 'journal.go-gaps' | 'journal.go-compare' } } = {
  evidence: { screen: 'evidence', text: 'journal.go-evidence' }, plan: { screen: 'gaps', text: 'journal.go-gaps' }, milestones: { screen: 'compare', text: 'journal.go-compare' },
};

/** Where the thing itself is: the requirement, the file, or the screen that shows it. */
function Leads({ action }: { readonly action: JournalRow }) {
  const desk = useDesk();
  const { text } = useWords();
  const { requirement, file, kind } = action;
  if (requirement !== null) return <button type="button" className="link" onClick={() => { goToRequirement(desk, requirement); }} data-testid="journal-lead">{text('journal.go-requirement', { id: requirement })}</button>;
  if (file !== null) return <button type="button" className="link" onClick={() => { void openWhole(desk, file); }} data-testid="journal-lead">{text('journal.go-file', { path: file })}</button>;
  if (kind === 'details') return <button type="button" className="link" onClick={() => { showOverlay(desk, 'details'); }} data-testid="journal-lead">{text('journal.go-details')}</button>;
  const lead = screenOf[kind];
  return lead === undefined ? null : <button type="button" className="link" onClick={() => { goTo(desk, lead.screen); }} data-testid="journal-lead">{text(lead.text satisfies TextKey)}</button>;
}

/** An entry with its first events; the machine gives at most 200 of them at a time. */
async function readEntry(desk: Desk, assessment: string, batch: string, shown: number): Promise<JournalEntryView | null> {
  const parts = await Promise.all(Array.from({ length: Math.ceil(shown / portion) }, (_part, at) => ask(desk, 'readJournalEntry', { assessment, batch, from: at * portion, count: portion })));
  const [first] = parts;
  return first === undefined || first === null ? null : { action: first.action, rows: parts.flatMap((part) => part?.rows ?? []) };
}

const shortened = (id: string): string => id.replace(/^SHA256:/, '').slice(0, 8);
