import { useState } from 'react';
import { severities, soughtForm, type Severity, type XrayFinding, type XrayKind } from '#assessments';
import type { XrayView } from '#contract';
import { showFactsOfFile } from '../../desk/browsing.ts';
import { askWhy } from '../../desk/explaining.ts';
import { useDesk, useDeskState, type Desk } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { goTo, showOverlay } from '../../desk/opening.ts';
import { useView } from '../../desk/use-view.ts';
import { visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { chosenFindings, kindCounts, type FindingFilter } from './chosen-findings.ts';

/** What does not fit together: every finding with what to do about it and the way there. */
export function FindingsScreen() {
  const view = useView('readXray');
  const { text } = useWords();
  const [only, setOnly] = useState<FindingFilter>({ severity: null, kind: null, search: '' });
  if (view === null) return <main className="page" aria-busy="true" data-testid="findings-screen" />;
  const found = chosenFindings(view.findings, only, soughtForm);
  return (
    <main className="page findings" data-testid="findings-screen">
      <h1>{text('xray.title')}</h1>
      <p className="muted">{text('xray.why')}</p>
      <Filters view={view} only={only} change={(part) => { setOnly({ ...only, ...part }); }} />
      <p className="muted small" aria-live="polite" data-testid="findings-count">{text('xray.count', { count: found.length })}</p>
      {found.length === 0 && <p className="muted">{text(view.findings.length === 0 ? 'xray.none' : 'xray.none-here')}</p>}
      <ul className="finding-list" data-testid="findings">{found.map((finding, at) => <Finding key={at} finding={finding} />)}</ul>
    </main>
  );
}

function Filters({ view, only, change }: { readonly view: XrayView; readonly only: FindingFilter; readonly change: (part: Partial<FindingFilter>) => void }) {
  const { text } = useWords();
  const kinds = kindCounts(view.findings, only.severity);
  const all = severities.reduce((sum, severity) => sum + view.counts[severity], 0);
  const choose = (severity: Severity | null) => { change({ severity, kind: null }); };
  return (
    <div className="finding-filters no-print">
      <div className="segments" role="group" aria-label={text('xray.severity')}>
        <button type="button" aria-pressed={only.severity === null} onClick={() => { choose(null); }} data-testid="severity-all">{`${text('xray.all')} ${all}`}</button>
        {severities.map((severity) => <button key={severity} type="button" aria-pressed={only.severity === severity} onClick={() => { choose(severity); }} data-testid={`severity-${severity}`}><i className={`severity severity-${severity}`} aria-hidden="true" />{`${text(`xray.${severity}`)} ${view.counts[severity]}`}</button>)}
      </div>
      <select className="field" value={only.kind ?? ''} aria-label={text('xray.kind')} onChange={({ target }) => { change({ kind: target.value === '' ? null : (target.value as XrayKind) }); }}>
        <option value="">{text('xray.any-kind')}</option>
        {kinds.map(([kind, count]) => <option key={kind} value={kind}>{`${text(`xray.kind.${kind}`)} (${count})`}</option>)}
      </select>
      <input className="field" type="search" value={only.search} placeholder={text('xray.search')} aria-label={text('xray.search')} onChange={({ target }) => { change({ search: target.value }); }} />
    </div>
  );
}

function Finding({ finding }: { readonly finding: XrayFinding }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const { severity, kind } = finding;
  const requirement = useDeskState(({ working }) => (finding.requirement === null ? null : working?.index.requirements.get(finding.requirement)?.requirement ?? null));
  return (
    <li className="xray-row" data-kind={kind}>
      <span className="finding-severity"><i className={`severity severity-${severity}`} aria-hidden="true" /><span>{text(`xray.one.${severity}`)}</span></span>
      <span className="finding-words">
        <span>{of(finding)}</span>
        <span className="muted small one-line">{[text(`xray.kind.${kind}`), requirement === null ? '' : of(requirement)].filter((part) => part !== '').join(' · ')}</span>
      </span>
      <span className="finding-go">
        <button type="button" className="link" onClick={() => { goToPlace(desk, finding); }} data-testid="finding-go">{placeName(finding, text)}</button>
        {finding.file !== null && finding.requirement !== null && <button type="button" className="link small" onClick={() => { showFactsOfFile(desk, finding.file ?? ''); }}>{text('xray.go-file', { path: visibleText(finding.file.split('/').at(-1) ?? finding.file) })}</button>}
      </span>
    </li>
  );
}

function placeName({ kind, requirement, node, file }: XrayFinding, text: ReturnType<typeof useWords>['text']): string {
  if (requirement !== null) return text('xray.go-requirement', { id: requirement });
  if (file !== null) return text('xray.go-file', { path: visibleText(file) });
  if (kind === 'unsettled') return text('xray.go-journal');
  return node === '' ? text('xray.go-whole') : text('xray.go-node', { id: node });
}

function goToPlace(desk: Desk, { kind, requirement, node, file }: XrayFinding): void {
  if (requirement !== null) goToRequirement(desk, requirement);
  else if (file !== null) showFactsOfFile(desk, file);
  else if (kind === 'unsettled') goTo(desk, 'journal');
  else if (node === '') showOverlay(desk, 'rules');
  else askWhy(desk, node);
}
