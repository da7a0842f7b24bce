import { useEffect } from 'react';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { readFindings } from '../desk/explaining.ts';
import { changeSettings } from '../desk/settings.ts';
import { closeAssessment, goTo, showOverlay } from '../desk/opening.ts';
import { screens } from '../desk/state.ts';
import { clockTime } from '../format.ts';
import { useWords } from '../text/text.ts';

/** Where I am, what is saved, who I am: the one line above every screen. */
export function TopBar() {
  const desk = useDesk();
  const { text } = useWords();
  const header = useDeskState(({ working }) => working?.header ?? null);
  return (
    <header className="top">
      <div className="top-line">
        <button type="button" className="top-home" onClick={() => { void (header === null ? goTo(desk, 'home') : closeAssessment(desk)); }} title={text('nav.home')} data-testid="home">{text('product')}</button>
        {header !== null && (
          <button type="button" className="top-name" onClick={() => { showOverlay(desk, 'details'); }} title={text('top.details')} data-testid="details">
            {[header.organisation, header.project].filter((part) => part !== '').join(' · ') || header.fileName}
          </button>
        )}
        {header?.sample === true && <span className="tag">{text('top.sample')}</span>}
        {header?.readOnly === true && <span className="tag tag-warn">{text('top.read-only')}</span>}
        <span className="grow" />
        {header !== null && <SavedAt />}
        <Chrome />
      </div>
      {header !== null && <Tabs />}
    </header>
  );
}

function SavedAt() {
  const { text } = useWords();
  const savedAt = useDeskState(({ working }) => working?.savedAt ?? null);
  return savedAt === null ? null : <span className="top-saved" title={text('top.saved-hint')} data-testid="saved-at">{text('top.saved', { time: clockTime(savedAt) })}</span>;
}

function Tabs() {
  const desk = useDesk();
  const { text } = useWords();
  const current = useDeskState(({ screen }) => screen);
  return (
    <nav className="tabs" aria-label={text('nav')}>
      {screens.map((screen) => (
        <button key={screen} type="button" aria-current={screen === current ? 'page' : undefined} onClick={() => { goTo(desk, screen); }} data-testid={`tab-${screen}`}>{text(`nav.${screen}`)}{screen === 'findings' && <FindingsBadge />}</button>
      ))}
      <span className="grow" />
      <button type="button" className="tabs-search" onClick={() => { showOverlay(desk, 'palette'); }} data-testid="open-palette">{text('top.search')}<kbd>{searchKey}</kbd></button>
    </nav>
  );
}

/** The checks are read again only when nobody has pressed a key for so long. */
const restMilliseconds = 800;

/** How many findings wait: errors and warnings. */
function FindingsBadge() {
  const desk = useDesk();
  const { text } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const revision = useDeskState(({ working }) => working?.revision ?? 0);
  const counts = useDeskState(({ findings }) => findings?.counts ?? null);
  useEffect(() => {
    const rest = window.setTimeout(() => { void readFindings(desk); }, restMilliseconds);
    return () => { window.clearTimeout(rest); };
  }, [desk, assessment, revision]);
  if (counts === null || counts.error + counts.warning === 0) return null;
  return <span className={`badge${counts.error > 0 ? ' badge-bad' : ''}`} title={text('xray.badge', { errors: counts.error, warnings: counts.warning })} data-testid="findings-badge">{counts.error + counts.warning}</span>;
}

const searchKey = 'Ctrl K';

/** Language, theme, help, about and who I am. */
function Chrome() {
  const desk = useDesk();
  const { text, language } = useWords();
  const identity = useDeskState(({ start }) => start?.identity ?? null);
  const dark = () => document.documentElement.dataset['theme'] === 'dark';
  return (
    <div className="top-chrome">
      <button type="button" onClick={() => { void changeSettings(desk, { language: language === 'zh' ? 'en' : 'zh' }); }} title={text('top.language')} aria-label={text('top.language')} data-testid="switch-language">{text('top.language-short')}</button>
      <button type="button" onClick={() => { void changeSettings(desk, { theme: dark() ? 'light' : 'dark' }); }} title={text(dark() ? 'top.theme-light' : 'top.theme-dark')} aria-label={text(dark() ? 'top.theme-light' : 'top.theme-dark')} data-testid="switch-theme">{themeSign}</button>
      <button type="button" onClick={() => { showOverlay(desk, 'help'); }} title={text('top.help')} aria-label={text('top.help')} data-testid="help">{helpSign}</button>
      <button type="button" onClick={() => { goTo(desk, 'settings'); }} title={text('top.settings')} data-testid="settings">{text('nav.settings')}</button>
      <button type="button" onClick={() => { goTo(desk, 'about'); }} title={text('top.about')} data-testid="about">{text('nav.about')}</button>
      {identity !== null && <button type="button" className="top-who" onClick={() => { showOverlay(desk, 'identity'); }} title={text('top.who', { name: identity.name })} data-testid="who">{identity.name}</button>}
    </div>
  );
}

const themeSign = '◐';
const helpSign = '?';
