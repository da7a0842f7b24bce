import { Button, Input } from 'antd';
import { useState } from 'react';
import { ask, useDesk, type Desk } from '../desk/desk.ts';
import { readAgain } from '../desk/reading.ts';
import { begin } from '../desk/opening.ts';
import { useWords } from '../text/text.ts';

/** Name and role of a new assessor on this computer. */
export function IdentityForm({ action, done }: { readonly action: string; readonly done: () => void }) {
  const desk = useDesk();
  const { text } = useWords();
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const submit = async () => {
    if (name.trim() !== '' && (await becomes(desk, { name: name.trim(), role: role.trim() }))) done();
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <label><span>{text('who.name')}</span><Input value={name} onChange={({ target }) => { setName(target.value); }} maxLength={80} autoFocus data-testid="identity-name" /></label>
      <label><span>{text('who.role')}</span><Input value={role} onChange={({ target }) => { setRole(target.value); }} maxLength={80} placeholder={text('who.role-hint')} data-testid="identity-role" /></label>
      <div><Button type="primary" htmlType="submit" disabled={name.trim() === ''} data-testid="identity-save">{action}</Button></div>
    </form>
  );
}

/** Switches to an assessor of this computer, or adds one; ratings shown as mine are read again. */
export async function becomes(desk: Desk, who: { readonly id?: string; readonly name: string; readonly role: string }): Promise<boolean> {
  const first = !desk.store.get().start?.identity;
  const taken = await ask(desk, 'setIdentity', who);
  if (taken === null) return false;

  desk.store.set((state) => (state.start === null ? state : { ...state, start: { ...state.start, identity: taken.identity, identities: taken.identities } }));
  await (first ? begin(desk) : readAgain(desk));
  return true;
}
