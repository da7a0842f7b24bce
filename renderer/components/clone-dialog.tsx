import { useState } from 'react';
import type { Header } from '#contract';
import { cloneForNext } from '../desk/comparing.ts';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

/** What the next assessment is to be called and which period it is about; rules, targets and ratings come along. */
export function CloneDialog() {
  const header = useDeskState(({ working }) => working?.header ?? null);
  const { text } = useWords();
  return header === null ? null : <Dialog title={text('clone.title')} testId="clone-dialog"><Clone header={header} /></Dialog>;
}

function Clone({ header }: { readonly header: Header }) {
  const desk = useDesk();
  const { text } = useWords();
  const [project, setProject] = useState(header.project);
  const [scope, setScope] = useState(header.scope);
  const [period, setPeriod] = useState<Header['window']>({ from: null, to: null });
  const orNull = (value: string): string | null => (value === '' ? null : value);
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void cloneForNext(desk, { project: project.trim(), scope: scope.trim(), window: period }); }}>
      <p>{text('clone.why')}</p>
      <label><span>{text('new.project')}</span><input className="field" value={project} maxLength={200} onChange={({ target }) => { setProject(target.value); }} data-testid="clone-project" /></label>
      <label><span>{text('new.scope')}</span><textarea className="field" rows={3} value={scope} maxLength={4000} onChange={({ target }) => { setScope(target.value); }} /></label>
      <div className="form-pair">
        <label><span>{text('details.from')}</span><input className="field" type="date" value={period.from ?? ''} onChange={({ target }) => { setPeriod({ ...period, from: orNull(target.value) }); }} /></label>
        <label><span>{text('details.to')}</span><input className="field" type="date" value={period.to ?? ''} onChange={({ target }) => { setPeriod({ ...period, to: orNull(target.value) }); }} /></label>
      </div>
      <div className="form-actions"><button type="submit" className="button button-primary" data-testid="clone-make">{text('clone.make')}</button></div>
    </form>
  );
}
