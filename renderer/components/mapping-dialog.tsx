import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { recordFields, recordKinds, type RecordField, type RecordKind, type RecordMapping } from '#assessments';
import type { TableOffer } from '#contract';
import { say, showProblem, useDesk } from '../desk/desk.ts';
import { showOverlay } from '../desk/opening.ts';
import { setMapping } from '../desk/recording.ts';
import type { Mapping } from '../desk/state.ts';
import { visibleText } from '../format.ts';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

type Offers = { readonly current: RecordMapping | null; readonly tables: readonly TableOffer[] };

/** How a table of records is read: what its rows are, and what each of its columns means. */
export function MappingDialog(file: Mapping) {
  const desk = useDesk();
  const { text } = useWords();
  const [offers, setOffers] = useState<Offers | null>(null);
  const { intake, path } = file;
  useEffect(() => {
    const assessment = desk.store.get().working?.assessment;
    if (assessment === undefined) return undefined;
    let wanted = true;
    void desk.bridge.call('proposeMapping', { assessment, intake, path }).then((reply) => {
      if (!wanted) return;
      if (reply.ok) setOffers(reply.value);
      else {
        showOverlay(desk, null);
        showProblem(desk, reply.problem);
      }
    });
    return () => { wanted = false; };
  }, [desk, intake, path]);
  return (
    <Dialog title={text('map.title')} width={760} testId="mapping-dialog">
      <p className="code breakable">{visibleText(path)}</p>
      <p className="care-note">{text('map.why')}</p>
      {offers === null && <p role="status">{text('map.loading')}</p>}
      {offers !== null && offers.tables.length === 0 && <p role="status" data-testid="mapping-none">{text('map.none')}</p>}
      {offers !== null && offers.tables.length > 0 && <MappingForm file={file} offers={offers} />}
    </Dialog>
  );
}

function MappingForm({ file, offers }: { readonly file: Mapping; readonly offers: Offers }) {
  const desk = useDesk();
  const { text } = useWords();
  const [at, setAt] = useState(() => Math.max(0, offers.tables.findIndex(({ from }) => from === 'current')));
  const [drafts, setDrafts] = useState<readonly RecordMapping[]>(() => offers.tables.map((table) => table.mapping));
  const [busy, setBusy] = useState(false);
  const [table, draft] = [offers.tables[at], drafts[at]];
  if (table === undefined || draft === undefined) return null;
  const change = (next: RecordMapping): void => { setDrafts(drafts.map((one, index) => (index === at ? next : one))); };
  const ready = draft.columns.id !== undefined || draft.columns.title !== undefined;
  const submit = async (mapping: RecordMapping | null) => {
    if (busy) return;
    setBusy(true);
    const done = await setMapping(desk, { ...file, mapping });
    setBusy(false);
    if (!done) return;
    showOverlay(desk, null);
    say(desk, text(mapping === null ? 'map.taken-back' : 'map.done', { path: visibleText(file.path) }));
  };
  return (
    <form className="form care" onSubmit={(event) => { event.preventDefault(); if (ready) void submit(draft); }}>
      {offers.tables.length > 1 && <label><span>{text('map.table')}</span><Select aria-label={text('map.table')} value={at} onChange={setAt} options={offers.tables.map(({ sheet }, value) => ({ value, label: sheet === null ? text('map.table-only') : visibleText(sheet) }))} data-testid="mapping-table" /></label>}
      <p className="muted" data-testid="mapping-from">{text(`map.from.${table.from}`)}</p>
      <label><span>{text('map.kind')}</span><Select aria-label={text('map.kind')} value={draft.kind} onChange={(kind: RecordKind) => { change({ ...draft, kind }); }} options={recordKinds.map((value) => ({ value, label: text(`map.kind.${value}`) }))} data-testid="mapping-kind" /></label>
      <Columns table={table} mapping={draft} change={change} />
      {!ready && <p className="warn" role="status">{text('map.needs')}</p>}
      <div className="form-actions">
        {offers.current !== null && <Button disabled={busy} onClick={() => { void submit(null); }} data-testid="mapping-take-back">{text('map.take-back')}</Button>}
        <Button onClick={() => { showOverlay(desk, null); }}>{text('dialog.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!ready || busy} data-testid="mapping-do">{text(busy ? 'map.doing' : 'map.do')}</Button>
      </div>
    </form>
  );
}

/** One line a heading; a meaning belongs to one column, so choosing it takes it from another. */
function Columns({ table, mapping, change }: { readonly table: TableOffer; readonly mapping: RecordMapping; readonly change: (next: RecordMapping) => void }) {
  const { text } = useWords();
  const fieldOf = new Map(recordFields.flatMap((field) => (mapping.columns[field] === undefined ? [] : [[mapping.columns[field], field] as const])));
  const choose = (heading: string, field: RecordField | ''): void => {
    const others = Object.fromEntries(Object.entries(mapping.columns).filter(([own, of]) => own !== field && of !== heading));
    change({ ...mapping, columns: field === '' ? others : { ...others, [field]: heading } });
  };
  const options = [{ value: '' as const, label: text('map.unused') }, ...recordFields.map((value) => ({ value, label: text(`map.field.${value}`) }))];
  return (
    <table className="table mapping-columns" aria-label={text('map.columns-of')}>
      <thead><tr><th scope="col">{text('map.heading')}</th><th scope="col">{text('map.sample')}</th><th scope="col">{text('map.meaning')}</th></tr></thead>
      <tbody>
        {table.headings.map((heading, column) => (
          <tr key={column}>
            <th scope="row" className="breakable">{heading === '' ? text('map.empty-heading') : visibleText(heading)}</th>
            <td className="muted breakable">{table.sample.map((row) => row[column] ?? '').filter((cell) => cell !== '').map(visibleText).join(' · ')}</td>
            <td>{heading !== '' && table.headings.indexOf(heading) === column && <Select<RecordField | ''> aria-label={visibleText(heading)} value={fieldOf.get(heading) ?? ''} onChange={(field) => { choose(heading, field); }} options={options} popupMatchSelectWidth={false} data-testid={`mapping-column-${column}`} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
