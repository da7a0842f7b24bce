import type { Sufficiency } from '#assessments';
import { SufficiencyMark } from '../../components/marks.tsx';
import { useWords } from '../../text/text.ts';

/** How far the evidence carries a rating, why, and what to ask for next. */
export function SufficiencyLine({ sufficiency }: { readonly sufficiency: Sufficiency | null }) {
  const { text, of } = useWords();
  if (sufficiency === null) return null;
  const { state, kinds, sources, reasons, ask } = sufficiency;
  return (
    <section className="sufficiency" aria-label={text('sufficiency')} data-testid="sufficiency">
      <div className="sufficiency-head">
        <SufficiencyMark sufficiency={sufficiency} />
        <span>{text('sufficiency')}{text('colon')}<b>{text(`sufficiency.${state}`)}</b></span>
        {kinds.map((kind) => <span key={kind} className="tag">{text(`sufficiency.${kind}`)}</span>)}
        {sources > 0 && <span className="muted">{text('sufficiency.sources', { count: sources })}</span>}
      </div>
      <ul>{reasons.map((reason) => <li key={reason.en} className="muted">{of(reason)}</li>)}</ul>
      {ask.length > 0 && (
        <details>
          <summary>{text('sufficiency.ask')} <b>{ask.length}</b></summary>
          <ul className="sufficiency-ask">{ask.map(({ code, kind, what }) => <li key={code}><span className="code">{code}</span><span>{of(what)}</span><span className="muted nowrap">{text(`kind.${kind}`)}</span></li>)}</ul>
        </details>
      )}
    </section>
  );
}
