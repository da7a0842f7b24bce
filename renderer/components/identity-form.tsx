import { Button, Input } from 'antd';
import { useState } from 'react';
import { becomes } from '../desk/becoming.ts';
import { useDesk } from '../desk/desk.ts';
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
