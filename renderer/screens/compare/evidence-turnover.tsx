import type { Comparison } from '#assessments';
import { visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

const shown = 50;

/** What evidence came, went or changed, and which links to it; and what the other edition of the pack added or dropped. */
export function EvidenceTurnover({ comparison: { files, links, requirements } }: { readonly comparison: Comparison }) {
  const { text } = useWords();
  const linkName = ({ requirement, path }: (typeof links.gained)[number]): string => `${requirement} ← ${path}`;
  const lists = [
    { label: text('compare.files-gained'), items: files.gained }, { label: text('compare.files-lost'), items: files.lost }, { label: text('compare.files-changed'), items: files.changed },
    { label: text('compare.links-gained'), items: links.gained.map(linkName) }, { label: text('compare.links-lost'), items: links.lost.map(linkName) },
    { label: text('compare.requirements-gained'), items: requirements.gained }, { label: text('compare.requirements-lost'), items: requirements.lost },
  ].filter(({ items }) => items.length > 0);
  return (
    <section aria-label={text('compare.evidence')}>
      <h2>{text('compare.evidence')}</h2>
      {lists.length === 0 && <p className="muted">{text('compare.evidence-none')}</p>}
      <div className="turnover" data-testid="turnover">
        {lists.map(({ label, items }) => (
          <details key={label} open={items.length <= 8}>
            <summary>{label} <span className="muted">{items.length}</span></summary>
            <ul>{items.slice(0, shown).map((item) => <li key={item} className="code wraps">{visibleText(item)}</li>)}</ul>
            {items.length > shown && <p className="muted">{text('compare.more', { count: items.length - shown })}</p>}
          </details>
        ))}
      </div>
    </section>
  );
}
