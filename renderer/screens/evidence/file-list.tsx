import { useMemo, useState } from 'react';
import { soughtForm } from '#assessments';
import type { EvidenceRow, EvidenceView } from '#contract';
import { PathText } from '../../components/path-text.tsx';
import { Windowed } from '../../components/windowed.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { showFactsOfFile } from '../../desk/browsing.ts';
import type { PersonalFiles } from '../../desk/managing.ts';
import { beginLink } from '../../desk/linking.ts';
import { goToRequirement, openWhole } from '../../desk/moving.ts';
import { byteSize, count, visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { isLinkKey } from '../../keyboard/keys.ts';
import { dragType } from './linking-pane.tsx';
import { PurgeMany, usePicking, type Picking } from './purge-many.tsx';

const rowHeight = 36;
const kinds = ['cited', 'unused', 'expired', 'personal', 'diagnosed', 'unrecognised'] as const;
type Kind = (typeof kinds)[number];

const has: Readonly<Record<Kind, (file: EvidenceRow, personal: PersonalFiles | null) => boolean>> = {
  unused: ({ requirements, purged }) => requirements.length === 0 && !purged,
  expired: ({ expired }) => expired,
  personal: ({ path, purged }, personal) => !purged && personal?.has(path) === true,
  cited: ({ requirements }) => requirements.length > 0,
  diagnosed: ({ diagnostics }) => diagnostics.length > 0,
  unrecognised: ({ importer, purged }) => importer === null && !purged,
};

/** Every evidence file: what it was read as, what was read from it, what could not be, and what cites it. */
export function FileList({ files, titles, read, personal }: { readonly files: readonly EvidenceRow[]; readonly titles: EvidenceView['importers']; readonly read: boolean; readonly personal: PersonalFiles | null }) {
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const { text, language } = useWords();
  const [sought, setSought] = useState('');
  const [kind, setKind] = useState<Kind | null>(null);
  const picking = usePicking(kind === 'personal' && !readOnly);
  const shown = useMemo(() => files.filter((file) => soughtForm(file.path).includes(soughtForm(sought.trim())) && (kind === null || has[kind](file, personal))), [files, sought, kind, personal]);
  return (
    <section className="files" aria-label={text('files.title')}>
      <div className="files-head">
        <input className="field" type="search" value={sought} placeholder={text('files.search')} aria-label={text('files.search')} onChange={({ target }) => { setSought(target.value); }} data-testid="file-search" />
        <div className="chips">
          {kinds.map((each) => (
            <button key={each} type="button" className="chip" aria-pressed={each === kind} onClick={() => { setKind(each === kind ? null : each); }} data-testid={`files-${each}`}>{text(`files.only-${each}`)} <b>{each === 'personal' && personal === null && files.length > 0 ? '…' : count(files.filter((file) => has[each](file, personal)).length, language)}</b></button>
          ))}
        </div>
      </div>
      {picking !== null && <PurgeMany files={shown} picking={picking} />}
      <div className="file-row file-heads" aria-hidden="true">
        <span>{text('files.path')}</span><span>{text('files.importer')}</span><span className="number">{text('files.facts')}</span><span className="number">{text('files.size')}</span><span>{text('files.requirements')}</span><span />
      </div>
      {files.length === 0 ? <p className="files-none muted">{text(read ? 'files.none' : 'source.loading')}</p>
        : <Windowed items={shown} rowHeight={rowHeight} label={text('files.title')} testId="files" draw={(file) => <FileRow file={file} personal={personal?.has(file.path) === true} titles={titles} picking={picking} />} />}
    </section>
  );
}

function FileRow({ file, titles, personal, picking }: { readonly file: EvidenceRow; readonly titles: EvidenceView['importers']; readonly personal: boolean; readonly picking: Picking | null }) {
  const desk = useDesk();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const linkable = !readOnly && !file.purged;
  const link = (): void => { beginLink(desk, { path: file.path, locator: null }); };
  return (
    <div
      className="file-row" draggable={linkable} data-testid="file-row"
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, file.path);
        event.dataTransfer.effectAllowed = 'link';
        // The pane must not come while the drag begins: the browser would give it up.
        setTimeout(link, 0);
      }}
      onKeyDown={(event) => { if (linkable && isLinkKey(event.nativeEvent)) { event.preventDefault(); link(); } }}
    >
      <FileName file={file} personal={personal} picking={picking} />
      <ReadAs file={file} titles={titles} />
      <FileFigures file={file} />
      <FileDoors file={file} link={linkable ? link : null} />
    </div>
  );
}

/** What a file was read as, by the name of its importer. */
function ReadAs({ file: { importer, purged }, titles }: { readonly file: EvidenceRow; readonly titles: EvidenceView['importers'] }) {
  const { text, of } = useWords();
  const title = importer === null ? undefined : titles[importer];
  if (purged || importer === null) return <span className="muted one-line">{text(purged ? 'file.purged' : 'files.unrecognised')}</span>;
  const name = title === undefined ? importer : of(title);
  return <span className="one-line" title={name}>{name}</span>;
}

/** The path as a door to the contents, what is marked about them, and the first remark. */
function FileName({ file: { path, artefact, effective, expired, purged, diagnostics }, personal, picking }: { readonly file: EvidenceRow; readonly personal: boolean; readonly picking: Picking | null }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const remark = withoutPath(diagnostics[0]?.[language] ?? '', path);
  return (
    <span className="file-path">
      <span className="file-named">
        {picking !== null && <input type="checkbox" checked={picking.has(path)} aria-label={text('purge.choose', { path: visibleText(path) })} onChange={() => { picking.toggle(path); }} data-testid="file-pick" />}
        <button type="button" className="link code" title={`${visibleText(path)}\nSHA-256 ${artefact}`} aria-label={text('files.open', { path })} onClick={() => { void openWhole(desk, path); }}><PathText path={path} /></button>
        {expired && effective !== null && <span className="tag tag-warn" title={text('files.effective', effective)} data-testid="file-expired">{text('files.expired', { day: effective.last })}</span>}
        {personal && !purged && <span className="tag tag-warn" data-testid="file-personal">{text('personal.tag')}</span>}
      </span>
      {remark !== '' && <span className="warn one-line" title={diagnostics.map((each) => each[language]).join('\n')}>{remark}</span>}
    </span>
  );
}

function FileFigures({ file: { path, facts, size, requirements } }: { readonly file: EvidenceRow }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const [first] = requirements;
  return (
    <>
      <span className="number">{facts > 0 && <button type="button" className="link" aria-label={text('files.facts-of', { count: count(facts, language), path })} onClick={() => { showFactsOfFile(desk, path); }} data-testid="file-facts">{count(facts, language)}</button>}</span>
      <span className="number muted">{byteSize(size)}</span>
      <span>{first !== undefined && <button type="button" className="link" title={requirements.join('\n')} onClick={() => { goToRequirement(desk, first); }}>{text('files.cited', { count: requirements.length })}</button>}</span>
    </>
  );
}

/** `link` null: the file cannot be linked. */
function FileDoors({ file, link }: { readonly file: EvidenceRow; readonly link: (() => void) | null }) {
  const desk = useDesk();
  const { text } = useWords();
  const path = visibleText(file.path);
  return (
    <span className="file-more">
      {link !== null && <button type="button" className="link" title={text('files.link-hint')} aria-label={text('files.link-of', { path })} onClick={link} data-testid="file-link">{text('files.link')}</button>}
      <button type="button" className="link" aria-label={text('file.details-of', { path })} onClick={() => { showFactsOfFile(desk, file.path); }} data-testid="file-details-of">{text('file.details-short')}</button>
    </span>
  );
}

/** A remark names its file; beside the path that would say it twice. */
function withoutPath(remark: string, path: string): string {
  return remark.startsWith(path) ? remark.slice(path.length).replace(/^[\s,，:：]+/u, '') : remark;
}
