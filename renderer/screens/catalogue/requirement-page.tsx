import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { tagKinds, tagsOf, type Group, type Language, type Requirement } from '#assessments';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { consult, consultRequirement, goToChosen } from '../../desk/consulting.ts';
import { useDesk, useDeskState, type Desk } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { useWords } from '../../text/text.ts';
import { CheckPage } from './check-page.tsx';
import { choiceName } from './choice-names.ts';
import { levelName } from '../score/requirement-row.tsx';
import { relationsOf } from './relations.ts';

/** Everything the pack says about one requirement; its sentences in the other language with one click. */
export function RequirementPage({ index, id }: { readonly index: PackIndex; readonly id: string }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const [other, setOther] = useState(false);
  const pane = useRef<HTMLElement>(null);
  const located = index.requirements.get(id);
  useEffect(() => { if (window.matchMedia('(max-width: 900px)').matches) pane.current?.scrollIntoView({ block: 'start' }); }, []);
  if (located === undefined) return null;

  const told: Language = other ? (language === 'zh' ? 'en' : 'zh') : language;
  const close = (event: KeyboardEvent) => { if (event.key === 'Escape') leave(desk, id); };
  return (
    <article className="catalogue-detail" aria-label={`${text('catalogue.detail')} ${id}`} tabIndex={0} data-own-arrows="" ref={pane} onKeyDown={close} data-testid="catalogue-detail">
      <Head requirement={located.requirement} turn={() => { setOther(!other); }} other={other} />
      <p className="requirement-text" lang={told === 'zh' ? 'zh-CN' : 'en'} data-testid="catalogue-text">{located.requirement[told]}</p>
      <div className="catalogue-parts-of">
        <Verify requirement={located.requirement} told={told} />
        <Checks requirement={located.requirement} told={told} />
        <About requirement={located.requirement} />
        <Links index={index} requirement={located.requirement} told={told} />
        <Tags index={index} requirement={located.requirement} group={located.group} />
        <Source requirement={located.requirement} />
      </div>
    </article>
  );
}

function Head({ requirement, turn, other }: { readonly requirement: Requirement; readonly turn: () => void; readonly other: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  return (
    <div className="detail-head">
      <span className="code" data-testid="catalogue-current">{requirement.id}</span>
      <span>{levelName(text, requirement.level)}</span>
      <span className="axis">{text(`axis.${requirement.axis}`)}</span>
      {requirement.mandatory && <span className="tag">{text('verify.mandatory')}</span>}
      <span className="grow" />
      <button type="button" className="link" onClick={turn} data-testid="catalogue-language">{text(other ? 'catalogue.own-language' : 'catalogue.other-language')}</button>
      <button type="button" className="button" onClick={() => { goToRequirement(desk, requirement.id); }} data-testid="catalogue-rate">{text(readOnly ? 'catalogue.rate-read-only' : 'catalogue.rate')}</button>
      <button type="button" className="catalogue-close" aria-label={text('catalogue.close')} title={text('catalogue.close')} onClick={() => { leave(desk, requirement.id); }} data-testid="catalogue-close">{closeSign}</button>
    </div>
  );
}

const closeSign = '×';

/** Closes the requirement and goes back to where it was opened. */
function leave(desk: Desk, requirement: string): void {
  consult(desk, { current: null });
  document.querySelector<HTMLElement>(`.catalogue-page [data-requirement="${CSS.escape(requirement)}"]`)?.focus();
}

/** One that may be long breaks over columns, and is known to tests. */
function Part({ title, children, testId }: { readonly title: string; readonly children: ReactNode; readonly testId?: string }) {
  return <section className={testId === undefined ? 'catalogue-part' : 'catalogue-part catalogue-part-long'} data-testid={testId}><h3>{title}</h3>{children}</section>;
}

type Told = { readonly requirement: Requirement; readonly told: Language };

function Verify({ requirement, told }: Told) {
  const { text } = useWords();
  return (
    <>
      <Part title={text('catalogue.verify')}>
        <dl className="catalogue-terms">
          {requirement.verify.map((way, at) => <div key={at}><dt>{text(`method.${way.method}`)}{way.role !== undefined && <span className="muted small">{text(`role.${way.role}`)}</span>}</dt><dd>{way.shows?.[told] ?? ''}</dd></div>)}
        </dl>
      </Part>
      {requirement.evidence.length > 0 && (
        <Part title={text('catalogue.ask')}>
          <ul className="plain-list">{requirement.evidence.map((each) => <li key={each.code}><span className="code">{each.code}</span> <span className="muted small">{text(`kind.${each.kind}`)}</span><br />{each.what[told]}</li>)}</ul>
        </Part>
      )}
    </>
  );
}

function About({ requirement: { effort, roles, mandatory, carry } }: { readonly requirement: Requirement }) {
  const { text } = useWords();
  return (
    <Part title={text('catalogue.about')}>
      <dl className="catalogue-terms">
        <div><dt>{text('catalogue.roles')}</dt><dd>{roles.map((role) => text(`role.${role}`)).join(' · ')}</dd></div>
        <div><dt>{text('catalogue.effort')}</dt><dd>{text('catalogue.days', effort)}</dd></div>
        <div><dt>{text(mandatory ? 'catalogue.mandatory' : 'catalogue.not-mandatory')}</dt><dd>{text(carry ? 'catalogue.carry' : 'catalogue.not-carry')}</dd></div>
      </dl>
    </Part>
  );
}

function Checks({ requirement, told }: Told) {
  const { text } = useWords();
  return (
    <Part title={text('checks.title')} testId="catalogue-checks">
      {requirement.checks.length === 0 ? <p className="muted">{text('checks.none')}</p> : requirement.checks.map((check) => <CheckPage key={check.id} check={check} told={told} />)}
    </Part>
  );
}

function Links({ index, requirement, told }: Told & { readonly index: PackIndex }) {
  const { text } = useWords();
  const { neededBy, related, actions } = relationsOf(index, requirement.id);
  return (
    <>
      <Part title={text('catalogue.links')}>
        {requirement.dependsOn.length + neededBy.length + related.length === 0 && <p className="muted">{text('catalogue.no-links')}</p>}
        <dl className="catalogue-terms">
          <LinkLine name={text('catalogue.depends')} ids={requirement.dependsOn} index={index} />
          <LinkLine name={text('catalogue.needed')} ids={neededBy} index={index} />
          <LinkLine name={text('catalogue.related')} ids={related.map(({ id }) => id)} index={index} />
        </dl>
      </Part>
      <Part title={text('catalogue.actions')}>
        {actions.length === 0 && <p className="muted">{text('catalogue.no-actions')}</p>}
        <ul className="plain-list">{actions.map((action) => <li key={action.id}>{action[told]} <span className="muted small">{text('catalogue.action-of', { likely: action.effort.likely, weeks: action.calendarWeeks })}</span><br /><span className="muted small">{action.outcome[told]}</span></li>)}</ul>
      </Part>
    </>
  );
}

function LinkLine({ name, ids, index }: { readonly name: string; readonly ids: readonly string[]; readonly index: PackIndex }) {
  const desk = useDesk();
  const { text, of } = useWords();
  if (ids.length === 0) return null;
  return (
    <div><dt>{name}</dt><dd>
      <ul>{ids.map((id) => {
        const located = index.requirements.get(id);
        return <li key={id}>{located === undefined ? <span className="code muted">{text('catalogue.other-pack', { id })}</span> : <><RequirementLink id={id} go={() => { consultRequirement(desk, id); }} /> <span className="muted small">{of(located.requirement)}</span></>}</li>;
      })}</ul>
    </dd></div>
  );
}

function Tags({ index, requirement, group }: { readonly index: PackIndex; readonly requirement: Requirement; readonly group: Group }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const tags = tagKinds.flatMap((kind) => tagsOf(requirement, group, kind).map((tag) => ({ kind, tag, name: choiceName(kind, tag, index.pack, text, language) })));
  if (tags.length === 0) return null;
  return (
    <Part title={text('catalogue.tags')}>
      <div className="chips">{tags.map(({ kind, tag, name }) => <button key={`${kind} ${tag}`} type="button" className="chip" title={text('catalogue.see-tag', { name })} aria-label={text('catalogue.see-tag', { name })} onClick={() => { goToChosen(desk, kind, tag); }}>{name}</button>)}</div>
    </Part>
  );
}

function Source({ requirement }: { readonly requirement: Requirement }) {
  const { text } = useWords();
  return (
    <Part title={text('catalogue.source')}>
      <ul className="plain-list">{requirement.source.map(({ kind, ref }, at) => <li key={at}>{text(`origin.${kind}`)}{ref !== undefined && <span className="muted">{` ${ref}`}</span>}<br /><span className="muted small">{text(`origin.${kind}-why`)}</span></li>)}</ul>
      {!requirement.source.some(({ kind }) => /^licensed/.test(kind)) && <p className="small"><span className="tag tag-warn">{text('catalogue.own')}</span></p>}
    </Part>
  );
}
