import { PathText } from '../../components/path-text.tsx';
import { browse } from '../../desk/browsing.ts';
import { useDesk } from '../../desk/desk.ts';
import { openSource } from '../../desk/moving.ts';
import { useWords } from '../../text/text.ts';
import { FactList } from './fact-list.tsx';

/** The facts read from one file, with the way back to all files. */
export function FactsOfFile({ file, revision }: { readonly file: string; readonly revision: number }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <>
      <div className="browser-head">
        <button type="button" className="link" onClick={() => { browse(desk, { file: null }); }} data-testid="all-files">{text('browse.all-files')}</button>
        <button type="button" className="link code" aria-label={text('files.open', { path: file })} onClick={() => { void openSource(desk, { file, lines: [1, 1] }); }}><PathText path={file} /></button>
      </div>
      <FactList only={{ type: null, file, subject: null }} revision={revision} />
    </>
  );
}
