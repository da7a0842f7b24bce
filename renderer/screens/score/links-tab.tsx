import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { EvidenceRow } from '#contract';
import { PathText } from '../../components/path-text.tsx';
import { ask, useDesk } from '../../desk/desk.ts';
import { openSource } from '../../desk/moving.ts';
import { linkEvidence, unlinkEvidence } from '../../desk/recording.ts';
import type { Subject } from '../../desk/filters.ts';
import type { Working } from '../../desk/state.ts';
import { visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** The files a person put beside the requirement, for it or against it. */
export function LinksTab({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const [adding, setAdding] = useState(false);
  const links = subject.view?.links ?? [];
  return (
    <div>
      {links.length === 0 && !adding && <p className="muted">{text('links.none')}</p>}
      <ul className="entries">
        {links.map((link) => (
          <li key={link.link}>
            <p className="entry-about">
              <span className={`tag ${link.stance === 'for' ? 'tag-good' : 'tag-bad'}`}>{text(`links.${link.stance}`)}</span>
              <button type="button" className="link code" onClick={() => { void openSource(desk, link.locator ?? { file: link.path, lines: [1, 1] }); }}><PathText path={link.path} /></button>
              <span className="grow" />
              {!working.header.readOnly && <button type="button" className="link" aria-label={text('links.remove', { path: link.path })} onClick={() => { void desk.queue.add(() => unlinkEvidence(desk, link.link)); }}>{removeSign}</button>}
            </p>
            {link.note !== '' && <p className="entry-text">{link.note}</p>}
            <p className="muted">{link.author.name}</p>
          </li>
        ))}
      </ul>
      {adding ? <NewLink working={working} requirement={subject.located.requirement.id} close={() => { setAdding(false); }} />
        : <button type="button" className="button" disabled={working.header.readOnly} onClick={() => { setAdding(true); }} data-testid="add-link">{text('links.add')}</button>}
    </div>
  );
}

const removeSign = '×';

function NewLink({ working, requirement, close }: { readonly working: Working; readonly requirement: string; readonly close: () => void }) {
  const desk = useDesk();
  const { text } = useWords();
  const [files, setFiles] = useState<readonly EvidenceRow[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [stance, setStance] = useState<'for' | 'against'>('for');
  const [note, setNote] = useState('');
  useEffect(() => { void ask(desk, 'readEvidence', { assessment: working.assessment }).then((view) => { setFiles(view?.files ?? []); }); }, [desk, working.assessment]);
  const keyOf = (file: EvidenceRow) => `${file.intake} ${file.path}`;
  const save = async () => {
    const file = files.find((each) => keyOf(each) === chosen);
    if (file !== undefined && (await linkEvidence(desk, { requirement, intake: file.intake, path: file.path, stance, note: note.trim() }))) close();
  };
  return (
    <div className="form new-link">
      <Select showSearch aria-label={text('links.choose')} placeholder={text('links.choose')} value={chosen} onChange={setChosen} options={files.map((file) => ({ value: keyOf(file), label: visibleText(file.path) }))} optionFilterProp="label" data-testid="link-file" />
      <div className="chips" role="group" aria-label={text('tab.evidence')}>
        {(['for', 'against'] as const).map((each) => <button key={each} type="button" className="chip" aria-pressed={each === stance} onClick={() => { setStance(each); }}>{text(`links.${each}`)}</button>)}
      </div>
      <input className="field" value={note} placeholder={text('links.note')} aria-label={text('links.note')} onChange={({ target }) => { setNote(target.value); }} />
      <div className="ask-actions"><span className="grow" />
        <button type="button" className="button" onClick={close}>{text('ask.cancel')}</button>
        <button type="button" className="button button-primary" disabled={chosen === null} onClick={() => { void desk.queue.add(save); }} data-testid="link-save">{text('links.save')}</button>
      </div>
    </div>
  );
}
