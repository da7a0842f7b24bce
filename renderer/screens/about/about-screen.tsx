import { useEffect, useState } from 'react';
import type { AboutView } from '#contract';
import { KeyTable } from '../../components/keys-dialog.tsx';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { goTo } from '../../desk/opening.ts';
import { useWords } from '../../text/text.ts';
import { Licences } from './licences.tsx';

/** What this program is and is made of, which edition it carries, and what its texts are not. */
export function AboutScreen() {
  const desk = useDesk();
  const { text, of } = useWords();
  const start = useDeskState((state) => state.start);
  const pack = useDeskState(({ working }) => working?.index.pack ?? null);
  const [about, setAbout] = useState<AboutView | null>(null);
  useEffect(() => { void ask(desk, 'readAbout', {}).then(setAbout); }, [desk]);
  if (start === null) return null;
  return (
    <main className="page page-narrow about" tabIndex={0} data-testid="about-screen">
      <h1>{text('about.title')}</h1>
      <div>
        <p className="lead">{text('product')}</p>
        <p className="muted">{text('product.part')}</p>
        <p>{[text('about.version', { version: start.version }), text(start.shell === 'electron' ? 'about.shell-electron' : 'about.shell-browser')].join(' · ')}</p>
      </div>
      <section aria-labelledby="about-edition">
        <h2 id="about-edition">{text('about.edition')}</h2>
        {start.packs.map((each) => <p key={each.id}>{text('about.edition-of', { name: of(each), edition: each.edition, written: each.written, total: each.subItems })}</p>)}
      </section>
      <section aria-labelledby="about-disclaimer">
        <h2 id="about-disclaimer">{text('about.disclaimer')}</h2>
        {pack !== null && <p>{of(pack.disclaimer)}</p>}
        <p>{text('about.interpretation')}</p>
        <p>{text('new.unofficial')}</p>
        <p>{text('about.offline')}</p>
      </section>
      {about !== null && <Parts about={about} />}
      <p><button type="button" className="link" onClick={() => { goTo(desk, 'settings'); }}>{text('about.to-settings')}</button></p>
      {about !== null && <Licences licences={about.licences} />}
      <section aria-labelledby="about-keys">
        <h2 id="about-keys">{text('about.keys')}</h2>
        <KeyTable />
      </section>
    </main>
  );
}

function Parts({ about }: { readonly about: AboutView }) {
  const { text } = useWords();
  const parts = [{ name: text('about.program'), version: about.version }, ...about.parts, { name: text('about.platform'), version: about.platform }];
  return (
    <section aria-labelledby="about-contains">
      <h2 id="about-contains">{text('about.contains')}</h2>
      <dl className="parts" data-testid="about-parts">{parts.map(({ name, version }) => <div key={name}><dt>{name}</dt><dd className="code">{version}</dd></div>)}</dl>
    </section>
  );
}
