import { Drawer } from 'antd';
import { useEffect, useRef } from 'react';
import type { Fact } from '#assessments';
import type { SourceView } from '#contract';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { closeSource } from '../desk/moving.ts';
import { byteSize, visibleText } from '../format.ts';
import { useWords } from '../text/text.ts';

/** The evidence file itself, open at the cited lines: every finding can be checked by eye. */
export function SourceDrawer() {
  const desk = useDesk();
  const { text, language } = useWords();
  const source = useDeskState((state) => state.source);
  const title = source === null ? '' : (source.view?.path ?? source.place.file);
  return (
    <Drawer open={source !== null} onClose={() => { closeSource(desk); }} size={760} title={<span className="code source-path">{visibleText(title)}</span>} destroyOnHidden>
      {source !== null && (
        <div data-testid="source">
          {source.problem !== null && <p className="problem">{source.problem[language]}</p>}
          {source.problem === null && source.view === null && <p className="muted">{text('source.loading')}</p>}
          {source.view !== null && <SourceText view={source.view} />}
        </div>
      )}
    </Drawer>
  );
}

function SourceText({ view }: { readonly view: SourceView }) {
  const { text } = useWords();
  const cited = useRef<HTMLLIElement>(null);
  const [first, last] = view.lines ?? [0, -1];
  useEffect(() => { cited.current?.scrollIntoView({ block: 'center' }); }, [view]);
  const rows = view.text?.split('\n') ?? [];
  return (
    <>
      <p className="muted source-about">
        {[byteSize(view.size), view.encoding === null ? '' : text('source.encoding', { encoding: view.encoding }), rows.length > 0 ? text('source.lines', { from: view.firstLine, to: view.firstLine + rows.length - 1, total: view.totalLines }) : ''].filter((part) => part !== '').join(' · ')}
        <br /><span className="code hash" title={view.artefact}>{`SHA-256 ${view.artefact}`}</span>
      </p>
      {view.text === null ? <p>{text('source.not-text')}</p> : (
        <ol className="source-lines" start={view.firstLine} style={{ counterReset: `line ${view.firstLine - 1}` }}>
          {rows.map((row, offset) => {
            const number = view.firstLine + offset;
            const inside = number >= first && number <= last;
            return <li key={number} ref={number === first ? cited : null} className={inside ? 'cited' : undefined} aria-current={inside ? 'true' : undefined}><code>{row === '' ? ' ' : row}</code></li>;
          })}
        </ol>
      )}
      {view.facts.length > 0 && (
        <section className="source-facts">
          <h3>{text('source.facts')}</h3>
          {view.facts.map((fact, at) => <FactLine key={at} fact={fact} />)}
        </section>
      )}
    </>
  );
}

/** A fact as its type and the fields that say something. */
function FactLine({ fact }: { readonly fact: Fact }) {
  const said = Object.entries(fact).filter(([name, value]) => !['type', 'place', 'also'].includes(name) && value !== null && value !== false && !(Array.isArray(value) && value.length === 0));
  return (
    <details className="fact">
      <summary><span className="code">{fact.type}</span> <span className="muted one-line">{said.slice(0, 3).map(([, value]) => shown(value)).join(' · ')}</span></summary>
      <dl>{said.map(([name, value]) => <div key={name}><dt className="code">{name}</dt><dd>{shown(value)}</dd></div>)}</dl>
    </details>
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
