import { useMemo, useState } from 'react';
import type { AboutView } from '#contract';
import { Windowed } from '../../components/windowed.tsx';
import { ask, useDesk } from '../../desk/desk.ts';
import { count } from '../../format.ts';
import { useWords } from '../../text/text.ts';

type Licence = AboutView['licences'][number];

const rowHeight = 30;

/** Everything that is shipped and under which licence; a text is read when it is asked for. */
export function Licences({ licences }: { readonly licences: readonly Licence[] }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState<(Licence & { readonly text: string }) | null>(null);
  const found = useMemo(() => licences.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(sought.trim().toLowerCase())), [licences, sought]);
  const show = async (licence: Licence) => {
    const read = await ask(desk, 'readLicence', { name: licence.name, version: licence.version });
    if (read !== null) setShown({ ...licence, text: read.text });
  };
  return (
    <section aria-labelledby="about-licences">
      <h2 id="about-licences">{text('about.licences')} <span className="muted">{text('about.licences-count', { count: count(licences.length, language) })}</span></h2>
      {licences.length === 0 ? <p className="muted">{text('about.licences-missing')}</p> : (
        <>
          <input className="field" type="search" value={sought} placeholder={text('about.licences-search')} aria-label={text('about.licences-search')} onChange={({ target }) => { setSought(target.value); }} data-testid="licence-search" />
          <div className="licences">
            <div className="licence-list">
              {found.length === 0 ? <p className="muted files-none">{text('about.licences-none')}</p> : (
                <Windowed items={found} rowHeight={rowHeight} label={text('about.licences')} testId="licences" draw={(licence) => (
                  <button type="button" className="licence-row" aria-current={shown?.name === licence.name && shown.version === licence.version ? 'true' : undefined} onClick={() => { void show(licence); }} data-testid="licence">
                    <span className="one-line">{licence.name}</span><span className="muted code">{licence.version}</span><span className="muted one-line">{licence.licence}</span>
                  </button>
                )} />
              )}
            </div>
            {shown !== null && (
              <article className="licence-text" tabIndex={0} aria-label={text('about.licence-of', { name: shown.name, version: shown.version })} data-testid="licence-text">
                <h3>{text('about.licence-of', { name: shown.name, version: shown.version })}</h3>
                <pre>{shown.text === '' ? text('about.licence-empty') : shown.text}</pre>
              </article>
            )}
          </div>
        </>
      )}
    </section>
  );
}
