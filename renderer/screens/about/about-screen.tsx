import { KeyTable } from '../../components/keys-dialog.tsx';
import { useDeskState } from '../../desk/desk.ts';
import { useWords } from '../../text/text.ts';

/** What this program is, which edition it carries, and what its texts are not. */
export function AboutScreen() {
  const { text, of } = useWords();
  const start = useDeskState((state) => state.start);
  const pack = useDeskState(({ working }) => working?.index.pack ?? null);
  if (start === null) return null;
  return (
    <main className="page page-narrow" tabIndex={0} data-testid="about-screen">
      <h1>{text('about.title')}</h1>
      <p className="lead">{text('product')}</p>
      <p className="muted">{text('product.part')}</p>
      <p>{[text('about.version', { version: start.version }), text(start.shell === 'electron' ? 'about.shell-electron' : 'about.shell-browser')].join(' · ')}</p>
      <h2>{text('about.edition')}</h2>
      {start.packs.map((each) => <p key={each.id}>{text('about.edition-of', { name: of(each), edition: each.edition, written: each.written, total: each.subItems })}</p>)}
      {pack !== null && <p>{of(pack.disclaimer)}</p>}
      <p>{text('about.interpretation')}</p>
      <p>{text('new.unofficial')}</p>
      <p>{text('about.offline')}</p>
      <h2>{text('about.keys')}</h2>
      <KeyTable />
    </main>
  );
}
