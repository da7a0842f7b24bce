import { useWords } from '../../text/text.ts';

/** How this computer works for its people. */
export function SettingsScreen() {
  const { text } = useWords();
  return <main className="page page-narrow" tabIndex={0} data-testid="settings-screen"><h1>{text('nav.settings')}</h1></main>;
}
