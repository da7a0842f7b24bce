import { Select, Switch } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import type { Layer, NodeResult } from '#assessments';
import { LevelMark } from '../../components/marks.tsx';
import { scrollWithin } from '../../components/scroll-within.ts';
import { ask, setScoring, useDesk, useDeskState, type Desk } from '../../desk/desk.ts';
import { filterCounts, filters, type Subject } from '../../desk/filters.ts';
import { askWhy } from '../../desk/explaining.ts';
import { searchFor, toggleFilter } from '../../desk/moving.ts';
import { takeHeader } from '../../desk/opening.ts';
import { readAgain } from '../../desk/reading.ts';
import { listed, rowsOf, subjectsIn, type Row } from '../../desk/rows.ts';
import type { Scoring, Working } from '../../desk/state.ts';
import { levelRange, shownLevel } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { BulkButtons, ChangeBand } from './many-suggestions.tsx';
import { GateLine, HeadLine, RequirementRow } from './requirement-row.tsx';

/** The requirements of the chosen group by level; the gate before each level says what holds it. */
export function RequirementList() {
  const working = useDeskState((state) => state.working);
  const scoring = useDeskState((state) => state.scoring);
  const { node, search, filters: chosen, current } = scoring;
  const subjects = useMemo(() => (working === null ? [] : subjectsIn(working, { node, search })), [working, node, search]);
  const rows = useMemo(() => rowsOf(listed(subjects, { filters: chosen, current })), [subjects, chosen, current]);
  const { text, of } = useWords();
  if (working === null) return <div />;

  const group = working.index.groups.get(node);
  return (
    <section className="list-pane" aria-label={group === undefined ? text('list') : `${group.id} ${of(group)}`}>
      <ListHead working={working} node={node} />
      <Finding subjects={subjects} scoring={scoring} />
      <ChangeBand working={working} scoring={scoring} />
      <Rows rows={rows} current={current} empty={subjects.length === 0 && search.trim() === ''} />
    </section>
  );
}

function ListHead({ working, node }: { readonly working: Working; readonly node: string }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const group = working.index.groups.get(node);
  const result = working.nodes.get(node);
  return (
    <div className="list-head">
      <h1><span className="code">{group?.id}</span> {group === undefined ? text('tree.all') : of(group)}</h1>
      {result?.written !== false && <LevelInWords result={result} />}
      {result?.written !== false && <button type="button" className="link small nowrap" onClick={() => { askWhy(desk, group?.id ?? ''); }} data-testid="list-why">{text('why.ask-short')}</button>}
      <span className="grow" />
      <label className="quiet-label"><span className="wide-only">{text('layer')}</span>
        <Select<Layer> size="small" variant="borderless" aria-label={text('layer')} value={working.header.layer} disabled={working.header.readOnly} popupMatchSelectWidth={false}
          options={(['self-assessment', 'preliminary', 'on-site', 'final'] as const).map((value) => ({ value, label: text(`layer.${value}`) }))} onChange={(layer) => { void setLayer(desk, working, layer); }} data-testid="layer" />
      </label>
    </div>
  );
}

function LevelInWords({ result }: { readonly result: NodeResult | undefined }) {
  const { text } = useWords();
  if (result === undefined) return null;
  const more = [
    result.grade?.endsWith('−') === true ? text('level.working', { level: result.grade.slice(0, -1), grade: result.grade }) : '',
    result.ceiling !== null && result.ceiling < 5 ? text('level.ceiling', { level: result.ceiling }) : '',
    result.target === null ? '' : text('level.target', { level: result.target }),
  ].filter((part) => part !== '');
  return (
    <span className="list-level" data-testid="node-level">
      <LevelMark level={shownLevel(result)} />
      <span>{shownLevel(result) === null ? text('level.none') : text('level', { level: levelRange(result.level, result.min, result.max) })}</span>
      {more.length > 0 && <span className="muted">{more.join(' · ')}</span>}
    </span>
  );
}

function Finding({ subjects, scoring }: { readonly subjects: readonly Subject[]; readonly scoring: Scoring }) {
  const desk = useDesk();
  const { text } = useWords();
  const counts = useMemo(() => filterCounts(subjects), [subjects]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (scoring.searchWanted > 0) field.current?.focus(); }, [scoring.searchWanted]);
  const autoAdvance = useDeskState(({ start }) => start?.settings.autoAdvance ?? true);
  return (
    <div className="finding">
      <div className="finding-line">
        <input
          ref={field} className="field list-search" type="search" value={scoring.search} placeholder={text('list.search')} aria-label={text('list.search')} title={text('list.search-short')} data-testid="list-search"
          onChange={({ target }) => { searchFor(desk, target.value); }} onKeyDown={(event) => { leaveOnEscape(desk, event); }}
        />
        <span className="grow" />
        <label className="quiet-label">{text('list.advance')}<Switch size="small" aria-label={text('list.advance')} checked={autoAdvance} onChange={(on) => { void setAdvance(desk, on); }} data-testid="auto-advance" /></label>
      </div>
      <div className="chips" role="group" aria-label={text('filter')}>
        {filters.filter((filter) => counts[filter] > 0 || scoring.filters.has(filter)).map((filter) => (
          <button key={filter} type="button" className="chip" aria-pressed={scoring.filters.has(filter)} onClick={() => { toggleFilter(desk, filter); }} data-testid={`filter-${filter}`}>
            {text(`filter.${filter}`)} <b>{counts[filter]}</b>
          </button>
        ))}
        {scoring.filters.has('suggested') && <BulkButtons subjects={subjects} />}
        {scoring.filters.size > 0 && <button type="button" className="link" onClick={() => { setScoring(desk, { filters: new Set() }); }} data-testid="clear-filters">{text('list.clear')}</button>}
      </div>
    </div>
  );
}

function leaveOnEscape(desk: Desk, event: { readonly key: string; readonly currentTarget: HTMLInputElement }): void {
  if (event.key === 'Escape') searchFor(desk, '');
  if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
}

function Rows({ rows, current, empty }: { readonly rows: readonly Row[]; readonly current: string | null; readonly empty: boolean }) {
  const { text } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current !== null) scrollWithin(list.current, list.current?.querySelector(`#${CSS.escape(rowId(current))}`));
  }, [current, rows]);
  if (rows.length === 0) return <p className="list-none muted">{text(empty ? 'list.not-written' : 'list.none')}</p>;
  return (
    <div className="rows" role="listbox" aria-label={text('list')} tabIndex={0} aria-activedescendant={current === null ? undefined : rowId(current)} ref={list} data-testid="rows">
      {rows.map((row) => {
        switch (row.kind) {
          case 'head': return <HeadLine key={`head-${row.group.id}`} group={row.group} node={row.node} />;
          case 'gate': return <GateLine key={`gate-${row.group.id}-${row.level}`} level={row.level} gate={row.gate} />;
          case 'requirement': {
            const { located, view, suggestion, sufficiency = null } = row.subject;
            return <RequirementRow key={located.requirement.id} id={rowId(located.requirement.id)} located={located} view={view} suggestion={suggestion} sufficiency={sufficiency} current={located.requirement.id === current} />;
          }
        }
      })}
    </div>
  );
}

const rowId = (requirement: string): string => `row-${requirement}`;

async function setLayer(desk: Desk, { assessment }: Working, layer: Layer): Promise<void> {
  const header = await ask(desk, 'setLayer', { assessment, layer });
  if (header === null) return;
  takeHeader(desk, header);
  await readAgain(desk);
}

async function setAdvance(desk: Desk, autoAdvance: boolean): Promise<void> {
  const settings = await ask(desk, 'setSettings', { autoAdvance });
  if (settings !== null) desk.store.set((state) => (state.start === null ? state : { ...state, start: { ...state.start, settings } }));
}
