import type { ReactNode } from 'react';
import type { EvidenceRow, EvidenceView } from '#contract';
import { PathText } from '../../components/path-text.tsx';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { browse } from '../../desk/browsing.ts';
import { say, useDesk, useDeskState } from '../../desk/desk.ts';
import type { PersonalFiles } from '../../desk/managing.ts';
import { beginLink } from '../../desk/linking.ts';
import { goToRequirement, openSource, openWhole } from '../../desk/moving.ts';
import { showOverlay } from '../../desk/opening.ts';
import { removeFile } from '../../desk/recording.ts';
import { byteSize, dateTime, visibleText } from '../../format.ts';
import { shownKey } from '../../keyboard/keys.ts';
import { useWords, type Words } from '../../text/text.ts';
import { EffectiveDay } from './effective-day.tsx';
import { FactList } from './fact-list.tsx';

/** One file: all that is known of it, what can be done with it, and the facts read from it; with the way back to all files. */
export function FactsOfFile({ file, view, revision, personal }: { readonly file: string; readonly view: EvidenceView | null; readonly revision: number; readonly personal: PersonalFiles | null }) {
  const desk = useDesk();
  const { text } = useWords();
  const row = view?.files.find(({ path }) => path === file);
  return (
    <>
      <div className="browser-head">
        <button type="button" className="link nowrap" onClick={() => { browse(desk, { file: null }); }} data-testid="all-files">{text('browse.all-files')}</button>
        <button type="button" className="link code" aria-label={text('files.open', { path: file })} onClick={() => { void openWhole(desk, file); }}><PathText path={file} /></button>
      </div>
      {row !== undefined && <FileDetails row={row} view={view} personal={personal} revision={revision} />}
      <FactList only={{ type: null, file, subject: null }} revision={revision} />
    </>
  );
}

function FileDetails({ row, view, personal, revision }: { readonly row: EvidenceRow; readonly view: EvidenceView | null; readonly personal: PersonalFiles | null; readonly revision: number }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const intake = view?.intakes.find(({ id }) => id === row.intake);
  return (
    <section className="file-details" aria-label={text('file.details')} data-testid="file-details">
      <dl className="facts-of">
        <Line name={text('file.importer')}>{row.purged ? <span className="warn">{text('file.purged')}</span> : row.importer === null ? text('files.unrecognised') : <>{titleOf(view, row.importer, of)} <span className="code muted">{row.importer}</span></>}</Line>
        <Line name={text('file.type')}>{[row.mediaType, row.encoding ?? '', byteSize(row.size)].filter((part) => part !== '').join(' · ')}</Line>
        <Line name={text('file.hash')}><span className="code breakable">{row.artefact}</span></Line>
        {intake !== undefined && <Line name={text('file.intake')}>{[visibleText(intake.label), dateTime(intake.at), intake.author.name].join(' · ')}</Line>}
        <Line name={text('file.cited')}>{row.requirements.length === 0 ? <span className="muted">{text('file.none')}</span> : <span className="codes">{row.requirements.map((id) => <RequirementLink key={id} id={id} go={() => { goToRequirement(desk, id); }} />)}</span>}</Line>
        <Line name={text('file.effective')}><EffectiveDay row={row} revision={revision} /></Line>
        <PersonalLine row={row} personal={personal} />
        {row.diagnostics.length > 0 && <Line name={text('file.remarks')}><ul>{row.diagnostics.map((remark, at) => <li key={at} className="warn breakable">{remark[language]}</li>)}</ul></Line>}
      </dl>
      <FileActions row={row} />
    </section>
  );
}

function titleOf(view: EvidenceView | null, importer: string, of: Words['of']): string {
  const title = view?.importers[importer];
  return title === undefined ? '' : of(title);
}

/** What looks like personal data, with the door to the first place of each kind; purging stands below. */
function PersonalLine({ row, personal }: { readonly row: EvidenceRow; readonly personal: PersonalFiles | null }) {
  const desk = useDesk();
  const { text } = useWords();
  const found = row.purged ? [] : personal?.get(row.path) ?? [];
  if (found.length === 0) return null;
  return (
    <Line name={text('file.personal')}>
      <span className="codes" data-testid="file-personal-data">
        {found.map(({ kind, count, line }) => (
          <span key={kind} className="warn">{text(`personal.${kind}`, { count })} {line !== null && <button type="button" className="link" onClick={() => { void openSource(desk, { file: row.path, lines: [line, line] }); }}>{text('personal.at', { line })}</button>}</span>
        ))}
      </span>
    </Line>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

const linkKey = shownKey('link');

/** Tables can be mapped where nobody else read them. */
function mappable({ importer, mediaType, path }: EvidenceRow): boolean {
  return importer === 'record-table' || (importer === null && (/spreadsheet|csv|tab-separated/.test(mediaType) || /\.(?:csv|tsv|xlsx)$/i.test(path)));
}

function FileActions({ row }: { readonly row: EvidenceRow }) {
  const { intake, path, size, purged } = row;
  const desk = useDesk();
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const remove = async () => {
    if (!(await removeFile(desk, intake, path))) return;
    browse(desk, { file: null });
    say(desk, text('file.removed', { path: visibleText(path) }));
  };
  return (
    <div className="form-actions">
      <button type="button" className="button" disabled={purged} onClick={() => { void openWhole(desk, path); }} data-testid="file-open">{text('file.open')}</button>
      {!readOnly && !purged && <button type="button" className="button" onClick={() => { beginLink(desk, { path, locator: null }); }} data-testid="file-link-to"><kbd>{linkKey}</kbd>{text('files.link-to')}</button>}
      {!readOnly && !purged && mappable(row) && <button type="button" className="button" aria-label={text('map.action-of', { path })} onClick={() => { showOverlay(desk, { mapping: { intake, path } }); }} data-testid="file-map">{text(row.importer === null ? 'map.action' : 'map.action-again')}</button>}
      {!readOnly && <button type="button" className="button" onClick={() => { void desk.queue.add(remove); }} data-testid="file-remove">{text('file.remove')}</button>}
      {!readOnly && !purged && <button type="button" className="button" aria-label={text('purge.action-of', { path })} onClick={() => { showOverlay(desk, { purge: { files: [{ intake, path, size }] } }); }} data-testid="file-purge">{text('purge.action')}</button>}
    </div>
  );
}
