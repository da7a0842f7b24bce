import type { ReactNode } from 'react';
import type { Check, Language } from '#assessments';
import { textOf, useWords } from '../../text/text.ts';
import { checkInWords } from './check-words.ts';

/** A check in words; the rule it is computed by is folded away. */
export function CheckPage({ check, told }: { readonly check: Check; readonly told: Language }) {
  const { text } = useWords();
  const words = checkInWords(check, textOf(told), told);
  return (
    <div className={words.supports ? 'check check-supports catalogue-check' : 'check check-contradicts catalogue-check'}>
      <p><span className="check-sign">{text(words.supports ? 'checks.supporting' : 'checks.opposing')}</span><span className="code muted">{check.id}</span></p>
      <dl className="catalogue-terms">
        {words.seeks !== null && <Term name={text('checks.seeks')}>{words.seeks}</Term>}
        <Term name={text('checks.in')}>{words.facts}</Term>
        <Term name={text('checks.enough')}>{words.holds}</Term>
        <Term name={text('checks.most')}>{words.suggests}</Term>
        <Term name={text('checks.says')}>{words.says}</Term>
        {words.raises !== null && <Term name={text('checks.raises')}>{words.raises}</Term>}
      </dl>
      <details><summary className="muted small">{text('checks.rule')}</summary><pre className="excerpt" tabIndex={0}>{words.rule.join('\n')}</pre></details>
    </div>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}
