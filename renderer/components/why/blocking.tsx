import type { Why } from '#assessments';
import { useWords } from '../../text/text.ts';
import { RequirementLine } from './requirement-line.tsx';
import { ShortenedList } from './shortened-list.tsx';

const shown = 8;

/** The requirements that keep the node from its next level. */
export function Blocking({ why: { blocking } }: { readonly why: Why }) {
  const { text } = useWords();
  return (
    <section aria-label={text('why.blocking')}>
      <h2>{text('why.blocking')} <span className="muted">{blocking.length}</span></h2>
      {blocking.length === 0 ? <p className="muted">{text('why.blocking-none')}</p> : (
        <ShortenedList items={blocking} shown={shown} testId="why-blocking" draw={({ requirement, needs }) => <RequirementLine key={requirement} id={requirement}>{needs !== null && <span className="muted small">{text('why.needs', { value: needs })}</span>}</RequirementLine>} />
      )}
    </section>
  );
}
