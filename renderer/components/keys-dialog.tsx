import { bindings, fieldKeys, type KeyGroup } from '../keyboard/keys.ts';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

const groups: readonly KeyGroup[] = ['move', 'rate', 'suggestion', 'record', 'field', 'anywhere'];
const rows = [...bindings.filter(({ shown }) => shown !== ''), ...fieldKeys.map((key) => ({ ...key, group: 'field' as const }))];

/** All keys, from the one list that also performs them. */
export function KeysDialog() {
  const { text } = useWords();
  return <Dialog title={text('keys.title')} width={1120} testId="keys-dialog"><div className="keys-wide"><KeyTable /></div></Dialog>;
}

/** The table of keys, for the dialog and the about page. */
export function KeyTable() {
  const { text } = useWords();
  return (
    <>
      <p className="muted">{text('keys.intro')}</p>
      <div className="keys">
        {groups.map((group) => (
          <section key={group}>
            <h3>{text(`keys.group.${group}`)}</h3>
            <dl>
              {rows.filter((binding) => binding.group === group).map((binding) => (
                <div key={binding.shown}><dt>{binding.shown.split('  ').map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{text(`keys.${binding.text}`)}</dd></div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
