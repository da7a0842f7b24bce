import type { Lift, Why } from '#assessments';
import { supposeChanges } from '../../desk/explaining.ts';
import { useDesk } from '../../desk/desk.ts';
import { useWords } from '../../text/text.ts';
import { RatingMark } from '../marks.tsx';
import { RequirementLine } from './requirement-line.tsx';
import { ShortenedList } from './shortened-list.tsx';

const shown = 8;

/** The shortest set of rating changes to the next level, and the one to the target where that is further. */
export function Lifts({ why: { lift, toTarget } }: { readonly why: Why }) {
  const { text } = useWords();
  return (
    <>
      {lift !== null && <OneLift lift={lift} title={text('why.lift', { level: lift.level })} testId="why-lift" />}
      {toTarget !== null && toTarget.level !== lift?.level && <OneLift lift={toTarget} title={text('why.to-target', { level: toTarget.level })} testId="why-target" />}
    </>
  );
}

function OneLift({ lift, title, testId }: { readonly lift: Lift; readonly title: string; readonly testId: string }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <section aria-label={title}>
      <div className="why-title">
        <h2>{title} <span className="muted">{text('why.lift-count', { count: lift.changes.length })}</span></h2>
        <button type="button" className="link small" onClick={() => { supposeChanges(desk, lift.changes); }} data-testid={`${testId}-suppose`}>{text('why.suppose')}</button>
      </div>
      {lift.children.length > 0 && <p className="muted small">{lift.children.map(({ node, from, to }) => text('why.rises', { node, from, to })).join(' · ')}</p>}
      <ShortenedList items={lift.changes} shown={shown} testId={testId} draw={({ requirement, to }) => <RequirementLine key={requirement} id={requirement}><span aria-hidden="true">{toSign}</span><RatingMark value={to} /></RequirementLine>} />
    </section>
  );
}

const toSign = '→';
