import { Drawer } from 'antd';
import { useRef, useState, type RefObject } from 'react';
import type { Place } from '#assessments';
import type { SourceView } from '#contract';
import { showFactsOfFile } from '../../desk/browsing.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { beginLink } from '../../desk/linking.ts';
import type { Source } from '../../desk/state.ts';
import { closeSource } from '../../desk/moving.ts';
import { byteSize, count, visibleText } from '../../format.ts';
import { isLinkKey, shownKey } from '../../keyboard/keys.ts';
import { useWords } from '../../text/text.ts';
import { FactPanel, FactLine } from './fact-panel.tsx';
import { GitView } from './git-view.tsx';
import { DocumentView, ImageView } from './image-view.tsx';
import { shownLines } from './shown-lines.ts';
import { SourceLines } from './source-lines.tsx';
import { TableView } from './table-view.tsx';
import { TreeView } from './tree-view.tsx';

/** The evidence file itself, open at the cited place: every finding can be checked by eye. */
export function SourceDrawer() {
  const desk = useDesk();
  const { language, text } = useWords();
  const source = useDeskState((state) => state.source);
  const linkButton = useRef<HTMLButtonElement>(null);
  const title = source === null ? '' : (source.view?.path ?? source.place.file);
  return (
    <Drawer open={source !== null} onClose={() => { closeSource(desk); }} size={760} title={<span className="code source-path">{visibleText(title)}</span>} destroyOnHidden>
      {source !== null && (
        <div className="source" data-testid="source" onKeyDown={(event) => { if (isLinkKey(event.nativeEvent)) linkButton.current?.click(); }}>
          {source.fact !== null && <FactPanel open={source.fact} place={source.place} />}
          <div className="source-content" tabIndex={0} role="region" aria-label={text('source.title')}>
            {source.problem !== null && <p className="problem">{source.problem[language]}</p>}
            {source.problem === null && source.view === null && <p className="muted">{text('source.loading')}</p>}
            {source.view !== null && <SourceFile key={JSON.stringify(source.place)} view={shownView(source, source.view)} place={source.place} linkButton={linkButton} />}
          </div>
        </div>
      )}
    </Drawer>
  );
}

/** Nothing is marked in a file that was opened as such, and not at a place. */
function shownView({ whole }: Source, view: SourceView): SourceView {
  return whole ? { ...view, lines: null } : view;
}

function SourceFile({ view, place, linkButton }: { readonly view: SourceView; readonly place: Place; readonly linkButton: RefObject<HTMLButtonElement | null> }) {
  const lines = useRef<HTMLOListElement>(null);
  const { text } = useWords();
  const { picture } = view;
  const isDocument = picture?.kind === 'document';
  // The text of a document is what was asked for; what it says of itself is a click away.
  const [asText, setAsText] = useState(isDocument && view.text !== null);
  const pictured = picture !== null && !asText;
  return (
    <>
      <p className="muted source-about">
        {[byteSize(view.size), view.encoding === null ? '' : text('source.encoding', { encoding: view.encoding }), pictured || view.text === null ? '' : text('source.lines', { from: view.firstLine, to: view.firstLine + view.text.split('\n').length - 1, total: view.totalLines })].filter((part) => part !== '').join(' · ')}
        <br /><span className="code hash" title={view.artefact}>{`SHA-256 ${view.artefact}`}</span>
      </p>
      {picture !== null && view.text !== null && (
        <div className="chips source-ways" role="group" aria-label={text('source.way')}>
          {([false, true] as const).map((way) => <button key={String(way)} type="button" className="chip" aria-pressed={asText === way} onClick={() => { setAsText(way); }} data-testid={way ? 'source-text' : 'source-picture'}>{way ? text('source.as-text') : text(`source.as-${picture.kind}`)}</button>)}
        </div>
      )}
      <LinkThis button={linkButton} path={view.path} placeNow={() => placeShown(view, place, lines.current)} />
      {pictured ? <Picture picture={picture} place={place} path={view.path} hasText={view.text !== null} /> : <SourceLines view={view} pages={pagesOf(picture)} list={lines} />}
      <FactsBeside view={view} />
    </>
  );
}

/** Begins to link the file at the place that is shown now. */
function LinkThis({ button, path, placeNow }: { readonly button: RefObject<HTMLButtonElement | null>; readonly path: string; readonly placeNow: () => Place | null }) {
  const desk = useDesk();
  const { text } = useWords();
  const linkable = useDeskState(({ working }) => working?.header.readOnly === false);
  if (!linkable) return null;
  return (
    <p className="source-link">
      <button ref={button} type="button" className="button" onClick={() => { beginLink(desk, { path, locator: placeNow() }); }} data-testid="source-link"><kbd>{linkKey}</kbd>{text('source.link')}</button>
      <span className="muted">{text('source.link-hint')}</span>
    </p>
  );
}

const linkKey = shownKey('link');

/** The place a reader is at: the lines of a text in sight, else the place the file was opened at; null for the whole file. */
function placeShown(view: SourceView, place: Place, list: HTMLOListElement | null): Place | null {
  const lines = list === null ? null : shownLines(list, { firstLine: view.firstLine, cited: view.lines });
  if (lines !== null) return { file: view.path, lines };
  return list !== null || 'lines' in place || ('pointer' in place && place.pointer === '') ? null : place;
}

/** Where the pages of a document begin in its text; null for other texts. */
function pagesOf(picture: SourceView['picture']): readonly number[] | null {
  return picture?.kind === 'document' ? picture.pageLines : null;
}

function Picture({ picture, place, path, hasText }: { readonly picture: NonNullable<SourceView['picture']>; readonly place: Place; readonly path: string; readonly hasText: boolean }) {
  switch (picture.kind) {
    case 'tree': return <TreeView path={path} lines={picture.lines} several={picture.several} pointer={'pointer' in place ? place.pointer : ''} />;
    case 'table': return <TableView picture={picture} />;
    case 'git': return <GitView picture={picture} />;
    case 'image': return <ImageView picture={picture} path={path} />;
    case 'document': return <DocumentView picture={picture} hasText={hasText} />;
  }
}

function FactsBeside({ view }: { readonly view: SourceView }) {
  const desk = useDesk();
  const { text, language } = useWords();
  if (view.factCount === 0) return null;
  return (
    <section className="source-facts">
      <h3>{text('source.facts')} <button type="button" className="link" onClick={() => { showFactsOfFile(desk, view.path); }} data-testid="all-facts">{text('source.all-facts', { count: count(view.factCount, language) })}</button></h3>
      {view.facts.map((fact, at) => <FactLine key={at} fact={fact} />)}
      {view.factCount > view.facts.length && <p className="muted">{text('source.more-facts', { count: count(view.factCount - view.facts.length, language) })}</p>}
    </section>
  );
}
