import { becomes } from '../desk/becoming.ts';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { showOverlay } from '../desk/opening.ts';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';
import { IdentityForm } from './identity-form.tsx';

/** Who is at the keyboard: one of those known here, or a new one. */
export function IdentityDialog() {
  const desk = useDesk();
  const { text } = useWords();
  const start = useDeskState((state) => state.start);
  const close = () => { showOverlay(desk, null); };
  return (
    <Dialog title={text('who.switch')} width={460} testId="identity-dialog">
      <h3>{text('who.others')}</h3>
      <ul className="plain-list">
        {start?.identities.map((identity) => (
          <li key={identity.id}>
            <button type="button" className="row-button" aria-pressed={identity.id === start.identity?.id} onClick={() => { void becomes(desk, identity).then((done) => { if (done) close(); }); }} data-testid="identity-option">
              <b className="wraps">{identity.name}</b><span className="muted wraps">{identity.role}</span>
              {identity.id === start.identity?.id && <span className="tag">{text('who.current')}</span>}
            </button>
          </li>
        ))}
      </ul>
      <h3>{text('who.add')}</h3>
      <IdentityForm action={text('who.add-short')} done={close} />
    </Dialog>
  );
}
