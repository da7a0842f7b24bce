import { useState } from 'react';
import type { Identity } from '#contract';
import { IdentityForm } from '../../components/identity-form.tsx';
import { becomes } from '../../desk/becoming.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { removePerson } from '../../desk/settings.ts';
import { useWords } from '../../text/text.ts';

/** The people of this computer: who is at the keyboard, their names, and adding or removing somebody. */
export function People() {
  const { text } = useWords();
  const identities = useDeskState(({ start }) => start?.identities ?? nobody);
  const me = useDeskState(({ start }) => start?.identity?.id ?? null);
  const [open, setOpen] = useState<'add' | 'edit' | null>(null);
  const close = () => { setOpen(null); };
  return (
    <section aria-labelledby="settings-people">
      <h2 id="settings-people">{text('settings.people')}</h2>
      <ul className="people" data-testid="people">
        {identities.map((identity) => <Person key={identity.id} identity={identity} current={identity.id === me} edit={open === 'edit'} toEdit={() => { setOpen('edit'); }} close={close} />)}
      </ul>
      {open === 'add'
        ? <IdentityForm action={text('who.add-short')} done={close} cancel={close} />
        : <div><button type="button" className="button" onClick={() => { setOpen('add'); }} data-testid="person-add">{text('who.add')}</button></div>}
      <p className="muted small">{text('settings.people-why')}</p>
    </section>
  );
}

const nobody: readonly Identity[] = [];

type PersonProps = { readonly identity: Identity; readonly current: boolean; readonly edit: boolean; readonly toEdit: () => void; readonly close: () => void };

function Person({ identity, current, edit, toEdit, close }: PersonProps) {
  const desk = useDesk();
  const { text } = useWords();
  const { name } = identity;
  if (current && edit) return <li><IdentityForm action={text('settings.save')} who={identity} done={close} cancel={close} /></li>;
  return (
    <li data-testid="person">
      <span className="person-name"><b>{name}</b><span className="muted">{identity.role}</span>{current && <span className="tag">{text('who.current')}</span>}</span>
      {current
        ? <button type="button" className="button" aria-label={text('settings.rename-who', { name })} onClick={toEdit} data-testid="person-edit">{text('settings.rename')}</button>
        : (
          <>
            <button type="button" className="button" aria-label={text('settings.use-who', { name })} onClick={() => { void becomes(desk, identity); }} data-testid="person-use">{text('settings.use')}</button>
            <button type="button" className="button" aria-label={text('settings.remove-who', { name })} onClick={() => { void removePerson(desk, identity); }} data-testid="person-remove">{text('settings.remove')}</button>
          </>
        )}
    </li>
  );
}
