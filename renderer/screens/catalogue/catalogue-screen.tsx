import { useMemo } from 'react';
import { useDeskState } from '../../desk/desk.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { useWords } from '../../text/text.ts';
import { CatalogueTree } from './catalogue-tree.tsx';
import { entriesOf, found } from './entries.ts';
import { choiceCounts, kept } from './filtering.ts';
import { Finder } from './finder.tsx';
import { wordsOf } from './folded.ts';
import { HitList } from './hit-list.tsx';
import { NodePage } from './node-page.tsx';
import { RequirementPage } from './requirement-page.tsx';
import { Split } from './split.tsx';

/** The standard as this pack has it: its tree, what was looked for in it, and everything about one requirement. */
export function CatalogueScreen() {
  const index = useDeskState(({ working }) => working?.index ?? null);
  return index === null ? <main /> : <Catalogue index={index} />;
}

function Catalogue({ index }: { readonly index: PackIndex }) {
  const { text } = useWords();
  const { search, chosen, shows, current } = useDeskState(({ consulting }) => consulting);
  const entries = useMemo(() => entriesOf(index), [index]);
  const words = useMemo(() => wordsOf(search), [search]);
  const sought = useMemo(() => found(entries, words), [entries, words]);
  const hits = useMemo(() => kept(sought, chosen), [sought, chosen]);
  const counts = useMemo(() => choiceCounts(sought, chosen), [sought, chosen]);
  const narrowed = hits.length < entries.length || words.length > 0;
  return (
    <main className="catalogue" data-testid="catalogue-screen">
      <h1 className="unseen">{text('catalogue.title')}</h1>
      <CatalogueTree index={index} hits={hits} narrowed={narrowed} />
      <div className="catalogue-body">
        <Finder index={index} hits={hits.length} counts={counts} />
        <Split
          above={shows === 'hits' ? <HitList index={index} hits={hits} words={words} /> : <NodePage index={index} hits={hits} narrowed={narrowed} words={words} />}
          below={current === null ? null : <RequirementPage key={current} index={index} id={current} />}
        />
      </div>
    </main>
  );
}
