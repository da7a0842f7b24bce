import { useEffect, useState } from 'react';
import type { EditionsView } from '#contract';
import { LevelMark } from '../../components/marks.tsx';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { pinEdition } from '../../desk/wording.ts';
import { dateTime, visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

type Node = EditionsView['nodes'][number];

/** The levels that the ratings give under each edition that was ever pinned; nothing where there is only one. */
export function EditionsTable() {
  const desk = useDesk();
  const { text, of } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const revision = useDeskState(({ working }) => working?.revision ?? 0);
  const [view, setView] = useState<EditionsView | null>(null);
  useEffect(() => {
    let wanted = true;
    if (assessment !== null) void ask(desk, 'compareEditions', { assessment }).then((found) => { if (wanted) setView(found); });
    return () => { wanted = false; };
  }, [desk, assessment, revision]);
  if (view === null || view.editions.length < 2) return null;

  return (
    <section aria-label={text('wording.editions')}>
      <h3>{text('wording.editions')}</h3>
      <p className="muted small">{text('wording.editions-why')}</p>
      <div className="editions"><table className="table" data-testid="editions">
        <thead><tr><th scope="col">{text('wording.node')}</th>{view.editions.map((edition) => <th key={edition.hash} scope="col"><EditionHead edition={edition} /></th>)}</tr></thead>
        <tbody>{view.nodes.filter(isWorthShowing).map((node) => (
          <tr key={node.node}>
            <th scope="row">{node.node === '' ? text('wording.whole') : <><span className="code">{node.node}</span> {of(node)}</>}</th>
            {node.levels.map((level, at) => <td key={view.editions[at]?.hash}>{level === null ? '–' : <><LevelMark level={level.level} grade={level.grade} size="small" /> <span className="muted small">{level.min === level.max ? '' : `${level.min ?? '–'}–${level.max ?? '–'}`}</span></>}</td>)}
          </tr>
        ))}</tbody>
      </table></div>
    </section>
  );
}

function isWorthShowing({ node, levels }: Node): boolean {
  const said = (level: Node['levels'][number] | undefined): string => (level ? `${level.grade ?? ''} ${level.min ?? ''} ${level.max ?? ''}` : '');
  return node === '' || levels.some((level) => said(level) !== said(levels[0]));
}

function EditionHead({ edition }: { readonly edition: EditionsView['editions'][number] }) {
  const desk = useDesk();
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  return (
    <span className="edition-head">
      <b>{visibleText(edition.edition)}</b>
      {edition.licensed && <span className="tag">{text('wording.licensed')}</span>}
      <span className="muted small">{text('wording.pinned', { time: dateTime(edition.at), by: visibleText(edition.by) })}</span>
      {edition.current ? <span className="tag tag-good">{text('wording.current')}</span> : (
        <button type="button" className="link small" disabled={readOnly} aria-label={text('wording.use-of', { edition: edition.edition })} onClick={() => { void pinEdition(desk, edition); }} data-testid="use-edition">{text('wording.use')}</button>
      )}
    </span>
  );
}
