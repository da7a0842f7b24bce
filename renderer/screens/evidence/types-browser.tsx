import { useEffect, useRef } from 'react';
import { factNames, familyNames, type FactFamily, type FactType } from '#assessments';
import type { EvidenceView } from '#contract';
import { scrollWithin } from '../../components/scroll-within.ts';
import { browse } from '../../desk/browsing.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { count } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { FactList } from './fact-list.tsx';

type Counted = EvidenceView['facts'][number];

/** The types of facts by family, and the facts of the chosen one. */
export function TypesBrowser({ types, revision }: { readonly types: readonly Counted[]; readonly revision: number }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const chosen = useDeskState(({ browsing }) => browsing.type);
  const families = familiesOf(types);
  const shown = types.some(({ type }) => type === chosen) ? chosen : families[0]?.own[0]?.type ?? null;
  const list = useRef<HTMLElement>(null);
  useEffect(() => { scrollWithin(list.current, list.current?.querySelector('[aria-current]')); }, [shown]);
  if (shown === null) return <p className="files-none muted">{text('facts.none')}</p>;
  return (
    <div className="browser-split">
      <nav ref={list} className="browser-list" aria-label={text('browse.types')} tabIndex={0}>
        {families.map(({ family, own }) => (
          <section key={family} aria-label={of(familyNames[family])}>
            <h3>{of(familyNames[family])}</h3>
            {own.map(({ type, count: number }) => (
              <button key={type} type="button" className={`choice${type === 'contradiction' ? ' choice-bad' : ''}`} aria-current={type === shown ? 'true' : undefined} title={type} onClick={() => { browse(desk, { type }); }} data-testid={`type-${type}`}>
                <span className="one-line">{of(factNames[type])}</span><span className="number">{count(number, language)}</span>
              </button>
            ))}
          </section>
        ))}
      </nav>
      <FactList only={{ type: shown, file: null, subject: null }} revision={revision} />
    </div>
  );
}

function familiesOf(types: readonly Counted[]): readonly { readonly family: FactFamily; readonly own: readonly Counted[] }[] {
  const order = Object.keys(factNames) as FactType[];
  const sorted = types.toSorted((one, other) => order.indexOf(one.type) - order.indexOf(other.type));
  return (Object.keys(familyNames) as FactFamily[]).map((family) => ({ family, own: sorted.filter((one) => one.family === family) })).filter(({ own }) => own.length > 0);
}
