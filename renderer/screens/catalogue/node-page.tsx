import type { Bilingual, Group } from '#assessments';
import { consultNode } from '../../desk/consulting.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { leavesBelow, pathTo, type PackIndex } from '../../desk/pack-index.ts';
import { useWords } from '../../text/text.ts';
import type { Entry } from './entries.ts';
import { LevelColumns } from './level-columns.tsx';
import { PackPage } from './pack-page.tsx';
import { PartsTable } from './parts-table.tsx';

type NodePageProps = { readonly index: PackIndex; readonly hits: readonly Entry[]; readonly narrowed: boolean; readonly words: readonly string[] };

/** A place in the tree: the whole, a domain or item with its parts, or a sub-item with its five levels side by side. */
export function NodePage({ index, hits, narrowed, words }: NodePageProps) {
  const { of } = useWords();
  const node = useDeskState(({ consulting }) => consulting.node);
  const group = index.groups.get(node);
  if (group === undefined) return <PackPage index={index} />;
  return (
    <section className="catalogue-page" aria-label={`${group.id} ${of(group)}`} data-testid="catalogue-node">
      <NodeHead index={index} group={group} />
      {group.children.length === 0
        ? <LevelColumns index={index} group={group} hits={narrowed ? hits : null} words={words} />
        : <PartsTable index={index} parts={leavesBelow(index, group.id)} />}
    </section>
  );
}

function NodeHead({ index, group }: { readonly index: PackIndex; readonly group: Group }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const above = pathTo(index, group.id).slice(0, -1);
  const aliases = group.aliases.flatMap((alias) => alias[language] ?? []);
  return (
    <header className="catalogue-head">
      {above.length > 0 && <p className="muted small catalogue-path">{above.map((each) => <button key={each.id} type="button" className="link" onClick={() => { consultNode(desk, each.id); }}>{`${each.id} ${of(each)}`}</button>)}</p>}
      <h2><span className="code muted">{group.id}</span> {of(group)} {aliases.length > 0 && <span className="muted catalogue-aliases">{text('catalogue.aliases', { names: aliases.join(between[language]) })}</span>}</h2>
      {group.definition !== null && <p className="catalogue-definition">{of(group.definition)}</p>}
      <Notes notes={group.notes} />
    </header>
  );
}

const between = { zh: '、', en: ', ' } as const;

/** Where the sources of the standard disagree, or where the borders of a node lie. */
export function Notes({ notes }: { readonly notes: readonly Bilingual[] }) {
  const { text, of } = useWords();
  if (notes.length === 0) return null;
  return (
    <details className="catalogue-notes" open={notes.length === 1}>
      <summary>{text('catalogue.notes')} <span className="muted">{notes.length}</span></summary>
      <ul>{notes.map((note) => <li key={note.en}>{of(note)}</li>)}</ul>
    </details>
  );
}
