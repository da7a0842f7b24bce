import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Identity } from '#contract';
import { becomes } from '../desk/becoming.ts';
import { useDesk } from '../desk/desk.ts';
import { useWords } from '../text/text.ts';

type IdentityFormProps = { readonly action: string; readonly done: () => void; readonly who?: Identity; readonly cancel?: () => void };

/** Name and role of a new assessor on this computer, or of one who is to be called otherwise. */
export function IdentityForm({ action, done, who, cancel }: IdentityFormProps) {
  const desk = useDesk();
  const { text } = useWords();
  const [name, setName] = useState(who?.name ?? '');
  const [role, setRole] = useState(who?.role ?? '');
  const submit = async () => {
    if (name.trim() !== '' && (await becomes(desk, { ...(who === undefined ? {} : { id: who.id }), name: name.trim(), role: role.trim() }))) done();
  };
  return (
    <form className="form identity-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <label><span>{text('who.name')}</span><Input value={name} onChange={({ target }) => { setName(target.value); }} maxLength={80} autoFocus data-testid="identity-name" /></label>
      <label><span>{text('who.role')}</span><Input value={role} onChange={({ target }) => { setRole(target.value); }} maxLength={80} placeholder={text('who.role-hint')} data-testid="identity-role" /></label>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''} data-testid="identity-save">{action}</Button>
        {cancel !== undefined && <Button onClick={cancel}>{text('dialog.cancel')}</Button>}
      </div>
    </form>
  );
}
