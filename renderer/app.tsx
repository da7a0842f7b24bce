import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useSyncExternalStore } from 'react';
import { antdTheme } from './antd-theme.ts';
import { Announcer, ToastLine } from './components/announcer.tsx';
import { PlaceHints } from './components/place-hints.tsx';
import { Overlays } from './components/overlays.tsx';
import { SourceDrawer } from './components/source/source-drawer.tsx';
import { TopBar } from './components/top-bar.tsx';
import { WhyDrawer } from './components/why/why-drawer.tsx';
import { languageOf, useDesk, useDeskState } from './desk/desk.ts';
import { performMenu } from './desk/menu.ts';
import { begin, openFile } from './desk/opening.ts';
import { rememberPlace } from './desk/remembering.ts';
import { takeTold } from './desk/telling.ts';
import { useKeys } from './keyboard/use-keys.ts';
import { screenTable } from './screens/screens.tsx';
import { HomeScreen } from './screens/home/home-screen.tsx';
import { WelcomeScreen } from './screens/welcome/welcome-screen.tsx';
import type { ThemeName } from './tokens.ts';

/** The whole application: who I am, the open assessment's screens, and what lies over them. */
export function App() {
  const desk = useDesk();
  const language = useDeskState(languageOf);
  const theme = useTheme();
  useEffect(() => { void begin(desk); }, [desk]);
  useEffect(() => {
    const leaving = () => { rememberPlace(desk); };
    window.addEventListener('pagehide', leaving);
    return () => { window.removeEventListener('pagehide', leaving); };
  }, [desk]);
  useEffect(() => desk.bridge.listen((event) => {
    if (event.kind === 'open-requested') void openFile(desk, event.file);
    else if (event.kind === 'menu') performMenu(desk, event.command);
    else takeTold(desk, event);
  }), [desk]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);
  useKeys();
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={antdTheme(theme)} button={{ autoInsertSpace: false }}>
      <Frame />
      <ToastLine />
      <Announcer />
    </ConfigProvider>
  );
}

function Frame() {
  const started = useDeskState(({ start }) => start !== null);
  const known = useDeskState(({ start }) => Boolean(start?.identity));
  const open = useDeskState(({ working }) => working !== null);
  const screen = useDeskState((state) => state.screen);
  // In a narrow window the page itself scrolls: a new screen begins at its top.
  useEffect(() => { window.scrollTo(0, 0); }, [screen, open]);
  if (!started) return null;
  if (!known) return <WelcomeScreen />;

  const Screen = open || screen === 'about' || screen === 'settings' ? screenTable[screen] : HomeScreen;
  return (
    <div className="frame">
      <TopBar />
      <PlaceHints />
      <Screen />
      <Overlays />
      <WhyDrawer />
      <SourceDrawer />
    </div>
  );
}

const darkQuery = '(prefers-color-scheme: dark)';

function useTheme(): ThemeName {
  const chosen = useDeskState(({ start }) => start?.settings.theme ?? 'system');
  const dark = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(darkQuery);
      query.addEventListener('change', changed);
      return () => { query.removeEventListener('change', changed); };
    },
    () => window.matchMedia(darkQuery).matches,
  );
  if (chosen === 'system') return dark ? 'dark' : 'light';
  return chosen;
}
