import type { CheckFinding, Suggestion } from '#assessments';
import type { CitedFact } from '#contract';
import { SuggestionMark } from '../../components/marks.tsx';
import { PathText } from '../../components/path-text.tsx';
import { setScoring, useDesk, useDeskState } from '../../desk/desk.ts';
import { openSource } from '../../desk/moving.ts';
import { goTo } from '../../desk/opening.ts';
import { acceptSuggestion, rejectSuggestion } from '../../desk/recording.ts';
import type { Subject } from '../../desk/filters.ts';
import type { Working } from '../../desk/state.ts';
import { lineRange } from '../../format.ts';
import { shownKey } from '../../keyboard/keys.ts';
import { useWords } from '../../text/text.ts';
import { AskLine } from './ask-line.tsx';

/** What the checks say and why: never a rating, always with the file and the lines. */
export function SuggestionCard({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const { suggestion } = subject;
  if (suggestion === null || suggestion.checks.length === 0) return <NothingSuggested suggestion={suggestion} files={working.files} subject={subject} />;
  return <Suggested working={working} subject={subject} suggestion={suggestion} />;
}

/** Told where there was a suggestion once, and is none now. */
function Gone({ subject: { suggestion, change = null, gone = false } }: { readonly subject: Subject }) {
  const { text } = useWords();
  if (Boolean(suggestion?.rating) || (change !== 'gone' && !gone)) return null;
  return <p data-testid="suggestion-gone"><span className="tag tag-warn" data-testid="change">{text('change.gone')}</span> <span className="muted">{text('suggestion.gone-why')}</span></p>;
}

function NothingSuggested({ suggestion, files, subject }: { readonly suggestion: Suggestion | null; readonly files: number; readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  if (suggestion === null || suggestion.unchecked) return <div className="suggestion suggestion-none" data-testid="suggestion"><Gone subject={subject} /><p>{text('suggestion.unchecked')}</p></div>;
  return (
    <div className="suggestion suggestion-none" data-testid="suggestion">
      <Gone subject={subject} />
      <p><b>{text(files === 0 ? 'suggestion.no-files' : 'suggestion.nothing-found')}</b>
        {files === 0 && <button type="button" className="link" onClick={() => { goTo(desk, 'evidence'); }}>{text('suggestion.import')}</button>}</p>
      {files > 0 && <p className="muted">{text('suggestion.nothing-found-why')}</p>}
      {files > 0 && <Missing suggestion={suggestion} />}
    </div>
  );
}

function Suggested({ working, subject, suggestion }: { readonly working: Working; readonly subject: Subject; readonly suggestion: Suggestion }) {
  const desk = useDesk();
  const { text } = useWords();
  const explained = useDeskState(({ scoring }) => scoring.explained);
  const asking = useDeskState(({ scoring }) => scoring.asking === 'reject');
  const { id } = subject.located.requirement;
  const rejected = subject.view?.rejected ?? null;
  return (
    <section className={`suggestion suggestion-${suggestion.rating?.toLowerCase() ?? 'none'}`} aria-label={text('suggestion')} data-testid="suggestion">
      <Head suggestion={suggestion} subject={subject} />
      <Gone subject={subject} />
      {suggestion.conflict && <p className="warn">{text('suggestion.conflict')}</p>}
      {suggestion.checks.map((check) => <Finding key={check.id} check={check} cited={working.cited} explained={explained} />)}
      <Missing suggestion={suggestion} />
      {rejected !== null && <p className="muted">{text('suggestion.rejected', { name: rejected.author.name, reason: rejected.reason })}</p>}
      {asking ? (
        <AskLine label={text('suggestion.reject-reason')} hint={text('suggestion.reject-hint')} testId="reject-reason" save={(reason) => { void desk.queue.add(() => rejectSuggestion(desk, id, reason)); }} cancel={() => { setScoring(desk, { asking: null }); }} />
      ) : (
        <Answers suggestion={suggestion} answerable={suggestion.rating !== null && !working.header.readOnly} explained={explained} />
      )}
    </section>
  );
}

function Head({ suggestion, subject: { view, change = null } }: { readonly suggestion: Suggestion; readonly subject: Subject }) {
  const { text } = useWords();
  const basis = view?.mine?.basis;
  return (
    <div className="suggestion-head">
      <SuggestionMark suggestion={suggestion} />
      <b>{suggestion.rating === null ? text('suggestion.not-enough') : text('suggestion.title', { value: suggestion.rating, name: text(`rating.${suggestion.rating}`) })}</b>
      {suggestion.strength !== null && <span className="muted">{text(`suggestion.${suggestion.strength}`)}</span>}
      {basis?.kind === 'human' && basis.accepted.length > 0 && <span className="tag">{text('suggestion.accepted')}</span>}
      <ChangeTag change={change} />
    </div>
  );
}

/** How the last change of the evidence moved the suggestion; one that is gone is told below. */
function ChangeTag({ change }: { readonly change: NonNullable<Subject['change']> | null }) {
  const { text } = useWords();
  return change === null || change === 'gone' ? null : <span className="tag tag-warn" data-testid="change">{text(`change.${change}`)}</span>;
}

function Answers({ suggestion, answerable, explained }: { readonly suggestion: Suggestion; readonly answerable: boolean; readonly explained: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <div className="suggestion-actions">
      {answerable && (
        <>
          <button type="button" className="button" onClick={() => { void desk.queue.add(() => acceptSuggestion(desk, suggestion, false)); }} data-testid="accept"><kbd>{keys.accept}</kbd>{text('suggestion.accept')}</button>
          <button type="button" className="button" onClick={() => { setScoring(desk, { asking: 'reject' }); }} data-testid="reject"><kbd>{keys.reject}</kbd>{text('suggestion.reject')}</button>
        </>
      )}
      <button type="button" className="button" aria-expanded={explained} onClick={() => { setScoring(desk, { explained: !explained }); }} data-testid="explain"><kbd>{keys.explain}</kbd>{text(explained ? 'suggestion.less' : 'suggestion.more')}</button>
    </div>
  );
}

function Finding({ check, cited, explained }: { readonly check: CheckFinding; readonly cited: ReadonlyMap<number, CitedFact>; readonly explained: boolean }) {
  const { text, of } = useWords();
  const facts = check.facts.map((index) => cited.get(index)).filter((fact) => fact !== undefined);
  const shown = explained ? facts : facts.slice(0, 1);
  return (
    <div className={`check check-${check.outcome}`}>
      <p><span className="check-sign">{text(check.outcome === 'supports' ? 'suggestion.supports' : 'suggestion.contradicts')}</span>{of(check.says)}</p>
      {shown.map((fact) => <CitedPlace key={fact.index} cited={fact} excerpt={explained} />)}
      {facts.length > shown.length && <p className="muted check-more">{text('suggestion.others', { count: facts.length - shown.length })}</p>}
    </div>
  );
}

/** The place a fact was read from: a door to the file at its lines. */
function CitedPlace({ cited, excerpt }: { readonly cited: CitedFact; readonly excerpt: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  const { place } = cited.fact;
  const lines = lineRange(cited.lines);
  return (
    <div className="cited-place">
      <button type="button" className="link code place" onClick={() => { void openSource(desk, place, { fact: cited.fact, meanings: {} }); }} aria-label={text('suggestion.place', { path: place.file, lines })} data-testid="place">
        <PathText path={place.file} /><span className="place-lines">{lines}</span>
      </button>
      {excerpt && cited.excerpt !== null && <pre className="excerpt" tabIndex={0}>{cited.excerpt}</pre>}
    </div>
  );
}

function Missing({ suggestion }: { readonly suggestion: Suggestion }) {
  const { text, of } = useWords();
  if (suggestion.missing.length === 0) return null;
  return (
    <div className="missing">
      <span>{text('suggestion.missing')}</span>
      <ul>{suggestion.missing.map((each) => <li key={each.en}>{of(each)}</li>)}</ul>
    </div>
  );
}

const keys = { accept: shownKey('accept'), reject: shownKey('reject'), explain: shownKey('explain') };
