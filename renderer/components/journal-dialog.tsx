import { useEffect, useState } from 'react';
import type { JournalRow } from '#contract';
import { ask, useDesk, useDeskState } from '../desk/desk.ts';
import { goToRequirement } from '../desk/moving.ts';
import { dateTime } from '../format.ts';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

const portion = 200;

/** Everything recorded, as the file has it; undone actions stay visible. */
export function JournalDialog() {
  const desk = useDesk();
  const { text, of } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const [shown, setShown] = useState(portion);
  const [journal, setJournal] = useState<{ readonly rows: readonly JournalRow[]; readonly total: number } | null>(null);
  useEffect(() => {
    if (assessment !== null) void ask(desk, 'readJournal', { assessment, from: 0, count: shown }).then(setJournal);
  }, [desk, assessment, shown]);
  return (
    <Dialog title={text('journal.title')} width={860} testId="journal-dialog">
      {journal !== null && (
        <>
          <p className="muted">{text('journal.total', { count: journal.total })}</p>
          <table className="table">
            <tbody>
              {journal.rows.map((row) => (
                <tr key={row.event} className={row.undone ? 'undone' : undefined}>
                  <td className="nowrap muted">{dateTime(row.at)}</td>
                  <td className="nowrap">{row.author.name}</td>
                  <td>{of(row.what)}{row.undone && <span className="tag">{text('journal.undone')}</span>}</td>
                  <td className="nowrap">{row.requirement !== null && <RequirementLink id={row.requirement} go={() => { goToRequirement(desk, row.requirement ?? ''); }} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {journal.rows.length < journal.total && <button type="button" className="link" onClick={() => { setShown(shown + portion); }}>{text('journal.more')}</button>}
        </>
      )}
    </Dialog>
  );
}

/** A requirement's code that leads to it. */
export function RequirementLink({ id, go }: { readonly id: string; readonly go: () => void }) {
  return <button type="button" className="link code" onClick={go}>{id}</button>;
}
