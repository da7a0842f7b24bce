import { useEffect, useState } from 'react';
import type { AboutView, Settings } from '#contract';
import { Choice } from '../../components/choice.tsx';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { openAnotherWindow } from '../../desk/menu.ts';
import { changeSettings } from '../../desk/settings.ts';
import { visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { Backups } from './backups.tsx';
import { People } from './people.tsx';

/** How this computer works for its people: what is shown, who they are, what is backed up, and where things lie. */
export function SettingsScreen() {
  const desk = useDesk();
  const { text } = useWords();
  const settings = useDeskState(({ start }) => start?.settings ?? null);
  const [about, setAbout] = useState<AboutView | null>(null);
  useEffect(() => { void ask(desk, 'readAbout', {}).then(setAbout); }, [desk]);
  if (settings === null) return null;
  return (
    <main className="page page-narrow settings" tabIndex={0} data-testid="settings-screen">
      <h1>{text('settings.title')}</h1>
      <View settings={settings} />
      <People />
      <Backups settings={settings} />
      {about !== null && <Places about={about} />}
      {about !== null && <DeviceKey about={about} />}
      <section aria-labelledby="settings-windows">
        <h2 id="settings-windows">{text('settings.windows')}</h2>
        <div className="setting">
          <span className="muted small">{text('settings.window-why')}</span>
          <button type="button" className="button" onClick={() => { void openAnotherWindow(desk); }} data-testid="open-window">{text('settings.window')}</button>
        </div>
      </section>
    </main>
  );
}

function View({ settings }: { readonly settings: Settings }) {
  const desk = useDesk();
  const { text } = useWords();
  const change = (part: Partial<Settings>) => { void changeSettings(desk, part); };
  return (
    <section aria-labelledby="settings-view">
      <h2 id="settings-view">{text('settings.view')}</h2>
      <Choice label={text('settings.language')} value={settings.language} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} choose={(language) => { change({ language }); }} testId="language" />
      <Choice label={text('settings.theme')} value={settings.theme} options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: text(`settings.theme.${value}`) }))} choose={(theme) => { change({ theme }); }} testId="theme" />
      <Choice label={text('settings.advance')} why={text('settings.advance-why')} value={settings.autoAdvance ? 'on' : 'off'} options={(['on', 'off'] as const).map((value) => ({ value, label: text(`settings.${value}`) }))} choose={(value) => { change({ autoAdvance: value === 'on' }); }} testId="advance" />
    </section>
  );
}

function Places({ about }: { readonly about: AboutView }) {
  const { text } = useWords();
  const places = [['assessments', about.assessmentsFolder], ['data', about.dataFolder], ['backups', about.backupsFolder], ['log', about.logFile]] as const;
  return (
    <section aria-labelledby="settings-places">
      <h2 id="settings-places">{text('settings.places')}</h2>
      <dl className="facts-of wide">
        {places.map(([place, path]) => <div key={place}><dt>{text(`settings.place-${place}`)}</dt><dd className="code breakable">{visibleText(path)}</dd></div>)}
      </dl>
      <p className="muted small">{text('settings.places-why')}</p>
    </section>
  );
}

function DeviceKey({ about: { deviceKey } }: { readonly about: AboutView }) {
  const { text } = useWords();
  return (
    <section aria-labelledby="settings-key">
      <h2 id="settings-key">{text('settings.key')}</h2>
      <dl className="facts-of wide">
        <div><dt>{text('settings.key-fingerprint')}</dt><dd className="code breakable">{deviceKey.fingerprint}</dd></div>
        <div><dt>{text('settings.key-protection')}</dt><dd>{text(`settings.key.${deviceKey.protection}`)}</dd></div>
      </dl>
      <p className="muted small">{text('settings.key-why')}</p>
    </section>
  );
}
