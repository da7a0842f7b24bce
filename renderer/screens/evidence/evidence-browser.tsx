import type { EvidenceView } from '#contract';
import { browse } from '../../desk/browsing.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { endLink } from '../../desk/linking.ts';
import { browsings, type Browsing } from '../../desk/state.ts';
import { usePersonalData } from '../../desk/use-personal-data.ts';
import { count } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { ContradictionBand } from './contradiction-band.tsx';
import { FileList } from './file-list.tsx';
import { FactsOfFile } from './facts-of-file.tsx';
import { LinkingPane } from './linking-pane.tsx';
import { RequestsBrowser } from './requests-browser.tsx';
import { TextSearch } from './text-search.tsx';
import { SubjectsBrowser } from './subjects-browser.tsx';
import { TypesBrowser } from './types-browser.tsx';

/** `awaited`: files have been taken in that the view does not hold yet. */
type Shown = { readonly view: EvidenceView | null; readonly awaited: boolean; readonly revision: number };

/** What was handed over and read: by file, by type of fact, by the thing spoken of; what contradicts itself stands above. */
export function EvidenceBrowser({ view, awaited, revision }: Shown) {
  const facts = view?.facts ?? none;
  const contradictions = facts.find(({ type }) => type === 'contradiction')?.count ?? 0;
  return (
    <div className="browser">
      {contradictions > 0 && <ContradictionBand count={contradictions} revision={revision} />}
      <Ways counts={{ files: view?.files.length ?? null, types: view === null ? null : facts.length, subjects: null, search: null, requests: null }} />
      <Chosen view={view} awaited={awaited} revision={revision} />
    </div>
  );
}

function Ways({ counts }: { readonly counts: Readonly<Record<Browsing['by'], number | null>> }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const by = useDeskState(({ browsing }) => browsing.by);
  return (
    <div className="ways" role="tablist" aria-label={text('browse.ways')}>
      {browsings.map((way) => {
        const number = counts[way];
        return <button key={way} type="button" role="tab" aria-selected={way === by} onClick={() => { browse(desk, { by: way, ...(way === by ? { file: null } : {}) }); }} data-testid={`browse-${way}`}>{text(`browse.${way}`)}{number !== null && <b>{count(number, language)}</b>}</button>;
      })}
    </div>
  );
}

function Chosen(shown: Shown) {
  const by = useDeskState(({ browsing }) => browsing.by);
  switch (by) {
    case 'files': return <Files {...shown} />;
    case 'types': return <TypesBrowser types={shown.view?.facts ?? none} revision={shown.revision} />;
    case 'search': return <TextSearch />;
    case 'requests': return <RequestsBrowser view={shown.view} revision={shown.revision} />;
    case 'subjects': return <SubjectsBrowser revision={shown.revision} />;
  }
}

function Files({ view, awaited, revision }: Shown) {
  const desk = useDesk();
  const file = useDeskState(({ browsing }) => browsing.file);
  const { files, importers } = view ?? noFiles;
  const personal = usePersonalData(files.length);
  const linking = useDeskState((state) => state.linking);
  const linked = linking?.to === null ? files.find(({ path }) => path === linking.path) : undefined;
  if (file !== null) return <FactsOfFile file={file} view={view} revision={revision} personal={personal} />;

  const list = <FileList files={files} titles={importers} read={view !== null && !awaited} personal={personal} />;
  return linked === undefined ? list : <div className="files-and-link">{list}<LinkingPane key={`${linked.intake} ${linked.path}`} file={linked} close={() => { endLink(desk); }} /></div>;
}

const none = [] as const;
const noFiles = { files: none, importers: {} } as const;
