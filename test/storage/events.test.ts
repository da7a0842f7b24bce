import { expect, test } from 'vitest';
import { asEvent } from '../../electron/storage/events.ts';
import { aStore } from '../builders/stores.ts';

test('a record that lost one of its fields to a changed letter is none, and says so as JSON that cannot be read does', () => {
  const [event] = aStore().events();
  const { hash = '', sig = null, ...rest } = event ?? {};
  const body = JSON.stringify(rest);
  const damaged = ['id', 'chain', 'seq', 'after', 'batch', 'author', 'at', 'type', 'payload'].map((field) => body.replace(`"${field}":`, '"damaged":'));

  expect(asEvent({ hash, sig, body })).toEqual(event);
  for (const changed of damaged) expect(() => asEvent({ hash, sig, body: changed })).toThrow(SyntaxError);
});
