import { useEffect, useState } from 'react';
import { Claims, type Contradiction } from '../../components/contradiction.tsx';
import { showFactsOfType } from '../../desk/browsing.ts';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { count } from '../../format.ts';
import { useWords } from '../../text/text.ts';

const shownAtOnce = 2;

/** What in the evidence does not go together, above all else: both claims and both places, and the way to all of them. */
export function ContradictionBand({ count: number, revision }: { readonly count: number; readonly revision: number }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const [first, setFirst] = useState<readonly Contradiction[]>([]);
  useEffect(() => {
    if (assessment === null) return;
    void ask(desk, 'readFacts', { assessment, only: { type: 'contradiction', file: null, subject: null, search: '' }, from: 0, count: shownAtOnce }).then((view) => {
      setFirst(view?.facts.flatMap(({ fact }) => (fact.type === 'contradiction' ? [fact] : [])) ?? []);
    });
  }, [desk, assessment, revision]);
  return (
    <section className="contradictions" aria-label={text('contradictions')} data-testid="contradictions">
      <h2>{text('contradictions')} <button type="button" className="link" onClick={() => { showFactsOfType(desk, 'contradiction'); }} data-testid="all-contradictions">{text('contradictions.all', { count: count(number, language) })}</button></h2>
      <ul>{first.map((fact) => <li key={JSON.stringify([fact.kind, fact.about, fact.place, fact.also])}><Claims fact={fact} /></li>)}</ul>
    </section>
  );
}
