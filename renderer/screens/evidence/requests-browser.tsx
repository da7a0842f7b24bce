import { Select } from 'antd';
import { useState } from 'react';
import { roles, type Language, type RequestFilter } from '#assessments';
import type { EvidenceView } from '#contract';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { exportRequests } from '../../desk/managing.ts';
import { useWords } from '../../text/text.ts';
import { AskNextList } from './ask-next-list.tsx';
import { ReturnedFiles } from './returned-files.tsx';

/** What is still to be asked for, as a list to hand out, and what of it came back. */
export function RequestsBrowser({ view, revision }: { readonly view: EvidenceView | null; readonly revision: number }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const target = useDeskState(({ working }) => working?.header.targets[''] ?? null);
  const [filter, setFilter] = useState<RequestFilter>({ target, node: null, role: null });
  const [spoken, setSpoken] = useState<Language | 'both'>(language);
  const [busy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    await exportRequests(desk, filter, spoken);
    setBusy(false);
  };
  return (
    <div className="requests" data-testid="requests">
      <div className="requests-filter" role="group" aria-label={text('requests.filter')}>
        <Choices filter={filter} change={(change) => { setFilter({ ...filter, ...change }); }} />
        <label>{text('requests.language')}<Select<Language | 'both'> aria-label={text('requests.language')} value={spoken} onChange={setSpoken} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }, { value: 'both', label: text('requests.both') }]} /></label>
        <button type="button" className="button button-primary" disabled={busy} onClick={() => { void write(); }} data-testid="requests-export">{text(busy ? 'requests.exporting' : 'requests.export')}</button>
      </div>
      <ReturnedFiles view={view} filter={filter} />
      <AskNextList filter={filter} revision={revision} />
    </div>
  );
}

/** Level, domain and role; '' stands for all of them. */
function Choices({ filter, change }: { readonly filter: RequestFilter; readonly change: (change: Partial<RequestFilter>) => void }) {
  const { text, of } = useWords();
  const index = useDeskState(({ working }) => working?.index ?? null);
  const domains = index === null ? [] : [...index.groups.values()].filter(({ parent }) => parent === null);
  const levels = [1, 2, 3, 4, 5].map((level) => ({ value: level, label: text('requests.up-to', { level }) }));
  return (
    <>
      <label>{text('requests.target')}<Select<number> aria-label={text('requests.target')} value={filter.target ?? 0} onChange={(value) => { change({ target: value === 0 ? null : value }); }} options={[{ value: 0, label: text('requests.any-level') }, ...levels]} data-testid="requests-target" /></label>
      <label>{text('requests.node')}<Select<string> aria-label={text('requests.node')} value={filter.node ?? ''} popupMatchSelectWidth={false} onChange={(value) => { change({ node: value === '' ? null : value }); }} options={[{ value: '', label: text('requests.any-node') }, ...domains.map((domain) => ({ value: domain.id, label: `${domain.id} ${of(domain)}` }))]} data-testid="requests-node" /></label>
      <label>{text('requests.role')}<Select<string> aria-label={text('requests.role')} value={filter.role ?? ''} popupMatchSelectWidth={false} onChange={(value) => { change({ role: roles.find((role) => role === value) ?? null }); }} options={[{ value: '', label: text('requests.any-role') }, ...roles.map((role) => ({ value: role, label: text(`role.${role}`) }))]} data-testid="requests-role" /></label>
    </>
  );
}
