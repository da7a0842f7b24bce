import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useDesk } from '../desk/desk.ts';
import { showOverlay } from '../desk/opening.ts';
import { purge } from '../desk/recording.ts';
import type { Purging } from '../desk/state.ts';
import { byteSize, count, visibleText } from '../format.ts';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

const listed = 5;

/** Deleting contents for good: what goes, what stays, a reason, and a word to type. */
export function PurgeDialog({ files }: Purging) {
  const desk = useDesk();
  const { text, language } = useWords();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const why = useId();
  const ready = reason.trim() !== '' && typed.trim().toLowerCase() === text('purge.word').toLowerCase();
  const submit = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const done = await purge(desk, { files: files.map(({ intake, path }) => ({ intake, path })), reason: reason.trim() });
    setBusy(false);
    if (done) showOverlay(desk, null);
  };
  return (
    <Dialog title={text('purge.title')} width={600} testId="purge-dialog">
      <form className="form care" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <section>
          <p>{text('purge.what', { count: count(files.length, language), bytes: byteSize(files.reduce((sum, { size }) => sum + size, 0)) })}</p>
          <ul className="care-files">
            {files.slice(0, listed).map(({ path }) => <li key={path} className="code breakable">{visibleText(path)}</li>)}
            {files.length > listed && <li className="muted">{text('purge.more', { count: count(files.length - listed, language) })}</li>}
          </ul>
        </section>
        <dl className="care-terms" id={why}>
          <div><dt>{text('purge.goes')}</dt><dd>{text('purge.goes-bytes')} <b className="problem">{text('purge.never')}</b></dd></div>
          <div><dt>{text('purge.stays')}</dt><dd>{text('purge.stays-journal')}</dd></div>
          <div><dt>{text('purge.copies')}</dt><dd>{text('purge.copies-why')}</dd></div>
        </dl>
        <p className="care-note">{text('purge.removing-instead')}</p>
        <label><span>{text('purge.reason')}</span><Input.TextArea value={reason} maxLength={2000} autoFocus autoSize={{ minRows: 2, maxRows: 4 }} placeholder={text('purge.reason-hint')} onChange={({ target }) => { setReason(target.value); }} data-testid="purge-reason" /></label>
        <label><span>{text('purge.confirm', { word: text('purge.word') })}</span><Input value={typed} autoComplete="off" aria-describedby={why} onChange={({ target }) => { setTyped(target.value); }} data-testid="purge-word" /></label>
        <div className="form-actions">
          <Button onClick={() => { showOverlay(desk, null); }}>{text('dialog.cancel')}</Button>
          <Button type="primary" danger htmlType="submit" disabled={!ready || busy} data-testid="purge-do">{text(busy ? 'purge.doing' : 'purge.do')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
