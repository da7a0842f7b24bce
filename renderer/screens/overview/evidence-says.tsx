import type { OverviewView } from '#contract';
import { useWords } from '../../text/text.ts';

const kinds = ['supported', 'contradicted', 'lacking', 'unchecked'] as const;

/** How many requirements the evidence supports, contradicts, or says too little about: the honest lead before anyone has rated. */
export function EvidenceSays({ view, leading = false }: { readonly view: OverviewView; readonly leading?: boolean }) {
  const { text } = useWords();
  const total = kinds.reduce((sum, kind) => sum + view.evidence[kind], 0);
  return (
    <section className={leading ? 'says says-leading' : 'says'} aria-label={text('overview.evidence')} data-testid="evidence-says">
      <h2>{text(leading ? 'overview.evidence-first' : 'overview.evidence')}</h2>
      <div className="says-bar" aria-hidden="true">{kinds.map((kind) => <span key={kind} className={`says-${kind}`} style={{ flexGrow: view.evidence[kind] }} />)}</div>
      <dl>
        {kinds.map((kind) => <div key={kind}><dt><i className={`says-${kind}`} />{text(`overview.${kind}`)}</dt><dd>{view.evidence[kind]}<span className="muted">{`/${total}`}</span></dd></div>)}
      </dl>
    </section>
  );
}
