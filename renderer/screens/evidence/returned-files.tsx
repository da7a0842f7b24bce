import { Select } from 'antd';
import { useState } from 'react';
import { isSureMatch, type RequestFilter } from '#assessments';
import type { EvidenceView, RequestMatches } from '#contract';
import { PathText } from '../../components/path-text.tsx';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { linkMatches } from '../../desk/managing.ts';
import { openWhole } from '../../desk/moving.ts';
import { visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

type Match = RequestMatches['matches'][number];
const keyOf = ({ file, code }: Match): string => `${code} ${file}`;

/** Matches the files of an import to what was asked for; a person says which are linked. */
export function ReturnedFiles({ view, filter }: { readonly view: EvidenceView | null; readonly filter: RequestFilter }) {
  const desk = useDesk();
  const { text } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const [intake, setIntake] = useState<string | null>(null);
  const [found, setFound] = useState<RequestMatches | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const match = async (of: string) => {
    if (assessment === null) return;
    setBusy(true);
    const answer = await ask(desk, 'matchRequests', { assessment, ...filter, intake: of === '' ? null : of });
    setBusy(false);
    setFound(answer);
    setChosen(new Set(answer?.matches.filter((one) => isSureMatch(one) && !one.linked).map(keyOf)));
  };
  const choose = (of: string): void => {
    setIntake(of);
    void match(of);
  };
  const link = async () => {
    const wanted = found?.matches.filter((one) => chosen.has(keyOf(one)) && !one.linked) ?? [];
    if (wanted.length > 0 && (await linkMatches(desk, wanted)) && intake !== null) await match(intake);
  };
  const toggle = (key: string): void => { setChosen((now) => { const next = new Set(now); if (!next.delete(key)) next.add(key); return next; }); };
  return (
    <section aria-label={text('requests.match')}>
      <h2>{text('requests.match')}</h2>
      <p className="muted">{text('requests.match-why')}</p>
      <div className="requests-filter">
        <label>{text('requests.intake')}<Select<string> aria-label={text('requests.intake')} placeholder={text('requests.choose-intake')} value={intake} onChange={choose} popupMatchSelectWidth={false} style={{ minWidth: 240 }} options={[...(view?.intakes ?? []).map(({ id, label }) => ({ value: id, label: visibleText(label) })), { value: '', label: text('requests.all-intakes') }]} data-testid="requests-intake" /></label>
        {found !== null && !readOnly && <button type="button" className="button button-primary" disabled={chosen.size === 0} onClick={() => { void desk.queue.add(link); }} data-testid="requests-link">{text('requests.link', { count: chosen.size })}</button>}
        {busy && <span className="muted" role="status">{text('requests.matching')}</span>}
      </div>
      {found !== null && <Matches found={found} chosen={chosen} toggle={toggle} />}
      {found !== null && <Rest found={found} />}
    </section>
  );
}

function Matches({ found: { matches }, chosen, toggle }: { readonly found: RequestMatches; readonly chosen: ReadonlySet<string>; readonly toggle: (key: string) => void }) {
  const desk = useDesk();
  const { text, of } = useWords();
  if (matches.length === 0) return <p>{text('requests.no-matches')}</p>;
  return (
    <table className="requests-table" data-testid="requests-matches">
      <thead><tr><th aria-label={text('requests.matches')} /><th>{text('requests.file')}</th><th>{text('requests.code')}</th><th>{text('requests.certainty')}</th><th>{text('requests.reason')}</th></tr></thead>
      <tbody>
        {matches.map((one) => (
          <tr key={keyOf(one)}>
            <td>{one.linked ? <span className="tag tag-good">{text('requests.linked')}</span> : <input type="checkbox" checked={chosen.has(keyOf(one))} aria-label={text('requests.choose', { file: one.file, code: one.code })} onChange={() => { toggle(keyOf(one)); }} />}</td>
            <td><button type="button" className="link code" onClick={() => { void openWhole(desk, one.file); }}><PathText path={one.file} /></button></td>
            <td className="code nowrap">{one.code}</td><td className="nowrap">{text(`requests.${one.certainty}`)}</td><td className="muted">{of(one.reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const listed = 200;

function Rest({ found: { missing, extra } }: { readonly found: RequestMatches }) {
  const { text, of } = useWords();
  return (
    <div className="requests-columns">
      <details open={missing.length <= 20} data-testid="requests-missing"><summary>{text('requests.missing', { count: missing.length })}</summary><ul>{missing.slice(0, listed).map(({ code, what }) => <li key={code}><span className="code">{code}</span><span>{of(what)}</span></li>)}</ul></details>
      <details open={extra.length <= 20} data-testid="requests-extra"><summary>{text('requests.extra', { count: extra.length })}</summary><ul>{extra.slice(0, listed).map(({ file, known }) => <li key={file}><span className="breakable">{visibleText(file)} {known !== null && <span className="muted">{text('requests.extra-known', { path: visibleText(known) })}</span>}</span></li>)}</ul></details>
    </div>
  );
}
