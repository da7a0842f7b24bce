import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Problem, WordingPreview } from '#contract';
import { Dialog } from '../../components/dialog.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { applyWording, exportWording, previewWording } from '../../desk/wording.ts';
import { count } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { ChangeList } from './change-list.tsx';
import { EditionsTable } from './editions-table.tsx';

/** Puts the text of the standard in place of the open wording: the workbook out, the filled-in one back, its differences first. */
export function LicensedWordingDialog() {
  const { text } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  if (assessment === null) return null;
  return (
    <Dialog title={text('wording.title')} width={920} testId="wording-dialog">
      <div className="care">
        <p>{text('wording.why')}</p>
        <ExportWay />
        <ImportWay />
        <EditionsTable />
        <p className="care-note">{text('wording.limits')}</p>
      </div>
    </Dialog>
  );
}

function ExportWay() {
  const desk = useDesk();
  const { text, language } = useWords();
  const pack = useDeskState(({ working }) => working?.index.pack ?? null);
  const [withLicensed, setWithLicensed] = useState(false);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await exportWording(desk, language, withLicensed);
    setBusy(false);
  };
  return (
    <div className="care-way">
      <span>
        {text('wording.export-why', { edition: pack?.edition ?? '' })}
        {pack?.licensed && <Checkbox checked={withLicensed} onChange={({ target }) => { setWithLicensed(target.checked); }} data-testid="wording-with-licensed">{text('wording.with-licensed')}</Checkbox>}
      </span>
      <Button disabled={busy} onClick={() => { void run(); }} data-testid="wording-export">{text(busy ? 'wording.exporting' : 'wording.export')}</Button>
    </div>
  );
}

type Read = { readonly preview: WordingPreview } | { readonly problem: Problem };

function ImportWay() {
  const desk = useDesk();
  const { text, language } = useWords();
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async () => {
    setBusy(true);
    const found = await previewWording(desk);
    setBusy(false);
    if (found !== null) setRead(found);
  };
  return (
    <section aria-busy={busy}>
      <div className="care-way">
        <span>{text('wording.choose-why')}</span>
        <Button type="primary" disabled={busy} onClick={() => { void choose(); }} data-testid="wording-choose">{text(busy ? 'wording.reading' : 'wording.choose')}</Button>
      </div>
      {read !== null && 'problem' in read && <p className="result-bad" role="alert" data-testid="wording-problem">{read.problem[language]}</p>}
      {read !== null && 'preview' in read && <Preview key={read.preview.staged} preview={read.preview} done={() => { setRead(null); }} />}
    </section>
  );
}

const kinds = ['new', 'reworded', 'moved', 'set', 'removed', 'named'] as const;

function Preview({ preview, done }: { readonly preview: WordingPreview; readonly done: () => void }) {
  const { text, language } = useWords();
  const { changes, unchanged, rated, otherBase } = preview;
  const counted = kinds.flatMap((kind) => {
    const found = changes.filter((change) => change.kind === kind).length;
    return found === 0 ? [] : [`${text(`wording.${kind}`)} ${count(found, language)}`];
  });
  return (
    <div className="care" data-testid="wording-preview">
      <h3>{text('wording.differences')}</h3>
      {otherBase === true && <p className="warn">{text('wording.other-base')}</p>}
      <p>{[...counted, text('wording.unchanged', { count: count(unchanged, language) })].join(' · ')}</p>
      {changes.length === 0 ? <p className="muted">{text('wording.none')}</p> : (
        <>
          {rated > 0 && <p className="warn">{text('wording.rated', { count: count(rated, language) })}</p>}
          <ChangeList changes={changes} />
          <ApplyForm preview={preview} done={done} />
        </>
      )}
    </div>
  );
}

function ApplyForm({ preview, done }: { readonly preview: WordingPreview; readonly done: () => void }) {
  const desk = useDesk();
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const [edition, setEdition] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = edition.trim() !== '' && !readOnly && !busy;
  const apply = async () => {
    if (!ready) return;
    setBusy(true);
    const applied = await applyWording(desk, preview.staged, edition.trim());
    setBusy(false);
    if (applied) done();
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void apply(); }}>
      <label><span>{text('wording.edition')}</span><Input value={edition} maxLength={100} disabled={readOnly} placeholder={text('wording.edition-hint')} onChange={({ target }) => { setEdition(target.value); }} data-testid="wording-edition" /></label>
      {readOnly && <p className="muted">{text('wording.read-only')}</p>}
      <div className="form-actions"><Button type="primary" htmlType="submit" disabled={!ready} data-testid="wording-apply">{text(busy ? 'wording.applying' : 'wording.apply')}</Button></div>
    </form>
  );
}
