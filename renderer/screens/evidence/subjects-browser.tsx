import { useCallback, useState } from 'react';
import { subjectNames, type SubjectKind } from '#assessments';
import type { SubjectName, SubjectRow, SubjectsView } from '#contract';
import { Paged } from '../../components/paged.tsx';
import { browse } from '../../desk/browsing.ts';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { count, visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { FactList } from './fact-list.tsx';

const rowHeight = 52;

/** The things that files speak of, each once however many files name it, and the facts about the chosen one. */
export function SubjectsBrowser({ revision }: { readonly revision: number }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const chosen = useDeskState(({ browsing }) => browsing.subject);
  const [kinds, setKinds] = useState<SubjectsView['kinds']>([]);
  const [kind, setKind] = useState<SubjectKind | null>(null);
  const [search, setSearch] = useState('');
  const asked = JSON.stringify([assessment, kind, search, revision]);
  const read = useCallback(async (from: number, number: number) => {
    const [opened, only, sought] = JSON.parse(asked) as readonly [string | null, SubjectKind | null, string];
    const view = opened === null ? null : await ask(desk, 'readSubjects', { assessment: opened, kind: only, search: sought, from, count: number });
    if (view !== null) setKinds(view.kinds);
    return view === null ? null : { total: view.total, items: view.subjects };
  }, [desk, asked]);
  return (
    <div className="browser-split">
      <div className="browser-list subjects">
        <input className="field" type="search" value={search} placeholder={text('subjects.search')} aria-label={text('subjects.search')} onChange={({ target }) => { setSearch(target.value); }} data-testid="subject-search" />
        <div className="chips">
          {kinds.map((each) => <button key={each.kind} type="button" className="chip" aria-pressed={each.kind === kind} onClick={() => { setKind(each.kind === kind ? null : each.kind); }} data-testid={`subjects-${each.kind}`}>{of(subjectNames[each.kind])} <b>{count(each.count, language)}</b></button>)}
        </div>
        <Paged key={asked} read={read} rowHeight={rowHeight} label={text('browse.subjects')} none={text('subjects.none')} testId="subjects" draw={(row) => <Choice row={row} chosen={chosen !== null && same(row, chosen)} />} />
      </div>
      {chosen === null ? <p className="files-none muted">{text('subjects.choose')}</p> : (
        <div className="browser-chosen">
          <div className="browser-head"><b className="one-line" title={chosen.name}>{titleOf(chosen)}</b>{chosen.hash !== null && chosen.hash !== chosen.name && <span className="code muted one-line" title={chosen.hash}>{chosen.hash}</span>}</div>
          <FactList only={{ type: null, file: null, subject: chosen }} revision={revision} />
        </div>
      )}
    </div>
  );
}

function Choice({ row, chosen }: { readonly row: SubjectRow; readonly chosen: boolean }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const { kind, name, version, hash, facts, files, contradictions, otherNames } = row;
  return (
    <button type="button" className="choice choice-tall" aria-current={chosen ? 'true' : undefined} title={[name, ...otherNames].map(visibleText).join('\n')} onClick={() => { browse(desk, { subject: { kind, name, version, hash } }); }} data-testid="subject-row">
      <span className="one-line">{titleOf(row)}</span>
      <span className="choice-about"><span className="muted small one-line">{[of(subjectNames[kind]), text('subjects.of', { files: count(files, language), facts: count(facts, language) })].join(' · ')}</span>{contradictions > 0 && <span className="tag tag-bad" title={text('contradictions')}>{text('subjects.contradictions', { count: contradictions })}</span>}</span>
    </button>
  );
}

function titleOf({ name, version }: SubjectName): string {
  return visibleText(version === null ? name : `${name} ${version}`);
}

function same(one: SubjectName, other: SubjectName): boolean {
  return one.kind === other.kind && one.name === other.name && one.version === other.version && one.hash === other.hash;
}
