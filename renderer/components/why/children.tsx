import type { Why } from '#assessments';
import { askWhy } from '../../desk/explaining.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { useWords } from '../../text/text.ts';
import { LevelMark } from '../marks.tsx';

/** The levels the node is made of; those that hold it are marked, each can be asked in turn. */
export function Children({ why: { children } }: { readonly why: Why }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const groups = useDeskState(({ working }) => working?.index.groups ?? null);
  if (children.length === 0) return null;
  return (
    <section aria-label={text('why.children')}>
      <h2>{text('why.children')}</h2>
      <ul className="why-children">
        {children.map(({ node, level, holds }) => {
          const group = groups?.get(node);
          return (
            <li key={node}>
              <button type="button" className="row-button" onClick={() => { askWhy(desk, node); }} data-testid="why-child">
                <LevelMark level={level} size="small" /><span className="code">{node}</span><span className="grow">{group === undefined ? '' : of(group)}</span>{holds && <span className="tag tag-warn">{text('why.holds')}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
