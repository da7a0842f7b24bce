import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Suggestion } from '#assessments';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { showOverlay } from '../desk/opening.ts';
import { answerSuggestions } from '../desk/recording.ts';
import type { Bulk } from '../desk/state.ts';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

/** Takes over or rejects many suggestions: says how many of what value, and lets indirect and contradicted ones out. */
export function BulkDialog({ what, requirements }: Bulk) {
  const desk = useDesk();
  const { text } = useWords();
  const suggestions = useDeskState(({ working }) => working?.suggestions);
  const [directOnly, setDirectOnly] = useState(what === 'accept');
  const [noConflict, setNoConflict] = useState(what === 'accept');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const all = requirements.flatMap((id) => suggestions?.get(id) ?? []);
  const direct = all.filter(({ strength }) => strength === 'direct');
  const offered = directOnly ? direct : all;
  const chosen = offered.filter(({ conflict }) => !noConflict || !conflict);
  const ready = chosen.length > 0 && !busy && (what === 'accept' || reason.trim() !== '');
  const submit = async () => {
    if (!ready) return;
    setBusy(true);
    const done = await answerSuggestions(desk, { what, requirements: chosen.map(({ requirement }) => requirement), reason: reason.trim() });
    setBusy(false);
    if (done) showOverlay(desk, null);
  };
  return (
    <Dialog title={text(`bulk.${what}-title`)} testId="bulk-dialog">
      <form className="form care" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <p data-testid="bulk-what">{text('bulk.what', { count: all.length, values: valuesOf(all) })}</p>
        <div className="bulk-choices">
          <Checkbox checked={directOnly} onChange={({ target }) => { setDirectOnly(target.checked); }} data-testid="bulk-direct">{text('bulk.direct-only', { count: direct.length })}</Checkbox>
          <Checkbox checked={noConflict} onChange={({ target }) => { setNoConflict(target.checked); }}>{text('bulk.no-conflict', { count: offered.filter(({ conflict }) => conflict).length })}</Checkbox>
        </div>
        {what === 'accept' ? <p className="care-note">{text('bulk.accept-why')}</p>
          : <label><span>{text('bulk.reason')}</span><Input.TextArea value={reason} maxLength={2000} autoFocus autoSize={{ minRows: 2, maxRows: 4 }} placeholder={text('suggestion.reject-hint')} onChange={({ target }) => { setReason(target.value); }} data-testid="bulk-reason" /></label>}
        <div className="form-actions">
          <Button onClick={() => { showOverlay(desk, null); }}>{text('dialog.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} data-testid="bulk-do">{text(`bulk.${what}-do`, { count: chosen.length })}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** `F 2 · L 5 · P 9`. */
function valuesOf(suggestions: readonly Suggestion[]): string {
  return (['F', 'L', 'P', 'N'] as const).flatMap((value) => {
    const count = suggestions.filter(({ rating }) => rating === value).length;
    return count === 0 ? [] : [`${value} ${count}`];
  }).join(' · ');
}
