import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Place } from '#assessments';
import type { EvidenceRow } from '#contract';
import { PathText } from '../../components/path-text.tsx';
import { pageOfLine } from '../../components/source/page-lines.ts';
import { PlaceField, useTextShape } from '../../components/source/place-field.tsx';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { chooseLink, endLink, setLinking, setLinkPlace } from '../../desk/linking.ts';
import { openSource, openWhole } from '../../desk/moving.ts';
import { linkEvidence, unlinkEvidence } from '../../desk/recording.ts';
import type { Subject } from '../../desk/filters.ts';
import type { Working } from '../../desk/state.ts';
import { placeWithin } from '../../fact-words.ts';
import { visibleText } from '../../format.ts';
import { shownKey } from '../../keyboard/keys.ts';
import { useWords } from '../../text/text.ts';

/** The files a person put beside the requirement, for it or against it. */
export function LinksTab({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const adding = useDeskState(({ scoring }) => scoring.asking === 'link');
  const links = subject.view?.links ?? [];
  return (
    <div>
      {links.length === 0 && !adding && <p className="muted">{text('links.none')}</p>}
      <ul className="entries">
        {links.map((link) => (
          <li key={link.link}>
            <p className="entry-about">
              <span className={`tag ${link.stance === 'for' ? 'tag-good' : 'tag-bad'}`}>{text(`links.${link.stance}`)}</span>
              <button type="button" className="link code" onClick={() => { void (link.locator === null ? openWhole(desk, link.path) : openSource(desk, link.locator)); }}><PathText path={link.path} />{link.locator !== null && <LinkedPlace path={link.path} locator={link.locator} />}</button>
              <span className="grow" />
              {!working.header.readOnly && <button type="button" className="link" aria-label={text('links.remove', { path: link.path })} onClick={() => { void desk.queue.add(() => unlinkEvidence(desk, link.link)); }}>{removeSign}</button>}
            </p>
            {link.note !== '' && <p className="entry-text">{link.note}</p>}
            <p className="muted">{link.author.name}</p>
          </li>
        ))}
      </ul>
      {adding ? <NewLink working={working} requirement={subject.located.requirement.id} close={() => { endLink(desk); }} />
        : <button type="button" className="button" disabled={working.header.readOnly} onClick={() => { chooseLink(desk); }} data-testid="add-link"><kbd>{linkKey}</kbd>{text('links.add')}</button>}
    </div>
  );
}

const removeSign = '×';
const linkKey = shownKey('link');

/** Where in its file a link leads; in a document also the page. */
function LinkedPlace({ path, locator }: { readonly path: string; readonly locator: Place }) {
  const { text } = useWords();
  const pages = useTextShape('lines' in locator && isDocumentPath(path) ? path : null)?.pages ?? [];
  const page = 'lines' in locator && pages.length > 1 ? text('document.page', { page: pageOfLine(pages, locator.lines[0]) }) : '';
  return <span className="place-lines" data-testid="link-place">{[page, placeWithin(locator)].filter((part) => part !== '').join(' ')}</span>;
}

/** Only these have pages; others need not be read to tell. */
function isDocumentPath(path: string): boolean {
  return /\.(?:pdf|docx|pptx|odt|odp)$/i.test(path);
}

function NewLink({ working, requirement, close }: { readonly working: Working; readonly requirement: string; readonly close: () => void }) {
  const desk = useDesk();
  const { text } = useWords();
  const [files, setFiles] = useState<readonly EvidenceRow[]>([]);
  const begun = useDeskState(({ linking }) => (linking?.to === requirement ? linking : null));
  const [picked, setPicked] = useState<string | null>(null);
  const [stance, setStance] = useState<'for' | 'against'>('for');
  const [note, setNote] = useState('');
  useEffect(() => { void ask(desk, 'readEvidence', { assessment: working.assessment }).then((view) => { setFiles(view?.files ?? []); }); }, [desk, working.assessment]);
  const keyOf = (file: EvidenceRow) => `${file.intake} ${file.path}`;
  const file = files.find((each) => (picked === null ? each.path === begun?.path : keyOf(each) === picked));
  const locator = begun !== null && begun.path === file?.path ? begun.locator : null;
  const pick = (key: string): void => {
    setPicked(key);
    setLinking(desk, { path: files.find((each) => keyOf(each) === key)?.path ?? '', locator: null, to: requirement });
  };
  const save = async () => {
    if (file !== undefined && (await linkEvidence(desk, { requirement, intake: file.intake, path: file.path, locator, stance, note: note.trim() }))) close();
  };
  return (
    <div className="form new-link">
      <Select showSearch aria-label={text('links.choose')} placeholder={text('links.choose')} value={file === undefined ? null : keyOf(file)} onChange={pick} options={files.map((file) => ({ value: keyOf(file), label: visibleText(file.path) }))} optionFilterProp="label" data-testid="link-file" />
      {file !== undefined && <PlaceField path={file.path} value={locator} change={(place) => { setLinkPlace(desk, place); }} />}
      <div className="chips" role="group" aria-label={text('tab.evidence')}>
        {(['for', 'against'] as const).map((each) => <button key={each} type="button" className="chip" aria-pressed={each === stance} onClick={() => { setStance(each); }}>{text(`links.${each}`)}</button>)}
      </div>
      <input className="field" value={note} placeholder={text('links.note')} aria-label={text('links.note')} onChange={({ target }) => { setNote(target.value); }} />
      <div className="ask-actions"><span className="grow" />
        <button type="button" className="button" onClick={close}>{text('ask.cancel')}</button>
        <button type="button" className="button button-primary" disabled={file === undefined} onClick={() => { void desk.queue.add(save); }} data-testid="link-save">{text('links.save')}</button>
      </div>
    </div>
  );
}
