import { useEffect, useState } from 'react';
import type { AskNext, RequestFilter } from '#assessments';
import { SufficiencyMark } from '../../components/marks.tsx';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { count } from '../../format.ts';
import { useWords } from '../../text/text.ts';

const page = 12;

/** What to ask next: requirements whose evidence is not sufficient, why, and the coded evidence to ask for. */
export function AskNextList({ filter, revision }: { readonly filter: RequestFilter; readonly revision: number }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const [next, setNext] = useState<readonly AskNext[] | null>(null);
  const [shown, setShown] = useState(page);
  useEffect(() => {
    let wanted = true;
    if (assessment !== null) void ask(desk, 'readSufficiency', { assessment }).then((view) => { if (wanted && view !== null) setNext(view.next); });
    return () => { wanted = false; };
  }, [desk, assessment, revision]);
  const rows = (next ?? []).filter(({ level, subItem, roles }) => (filter.target === null || level <= filter.target) && (filter.node === null || subItem.startsWith(`${filter.node}.`)) && (filter.role === null || roles.includes(filter.role)));
  return (
    <section aria-label={text('requests.next')}>
      <h2>{text('requests.next')} <span className="muted">{text('requests.next-count', { count: count(rows.length, language) })}</span></h2>
      <p className="muted">{text(next !== null && rows.length === 0 ? 'requests.next-none' : 'requests.next-why')}</p>
      <ul className="requests-next" data-testid="ask-next">
        {rows.slice(0, shown).map((row) => (
          <li key={row.requirement}>
            <SufficiencyMark sufficiency={row} />
            <RequirementLink id={row.requirement} go={() => { goToRequirement(desk, row.requirement); }} />
            <div>
              <p>{row.reasons.map(of).join(language === 'zh' ? '' : ' ')} {row.blocking && <span className="tag">{text('requests.blocking')}</span>}</p>
              <ul className="codes-asked">{row.ask.map(({ code, kind, what }) => <li key={code}><span className="code">{code}</span><span>{of(what)}</span><span className="muted nowrap">{text(`kind.${kind}`)}</span></li>)}</ul>
            </div>
          </li>
        ))}
      </ul>
      {rows.length > shown && <button type="button" className="link" onClick={() => { setShown(shown + 4 * page); }}>{text('requests.more', { count: Math.min(rows.length - shown, 4 * page) })}</button>}
    </section>
  );
}
