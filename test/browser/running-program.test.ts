import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimRunning, isProof, newSecret, proofOf, readRunning, releaseRunning } from '../../electron/browser/running-program.ts';
import { temporaryFolder } from '../builders/folders.ts';

const program = (port: number) => ({ port, secret: newSecret() });

test('the first program writes where it is, for its user alone; a second finds it and does not take its place', () => {
  const folder = temporaryFolder();
  const [first, second] = [program(4711), program(4712)];

  const claims = [claimRunning(folder, first, undefined), claimRunning(folder, second, undefined)];

  expect([claims, readRunning(folder), readdirSync(folder), process.platform === 'win32' || (statSync(join(folder, 'running.json')).mode & 0o777) === 0o600]).toEqual([[true, false], first, ['running.json'], true]);
});

test('one that answers no more is replaced, but only the one that was found to be silent', () => {
  const folder = temporaryFolder();
  const [dead, next, late] = [program(1), program(2), program(3)];
  claimRunning(folder, dead, undefined);

  const claims = [claimRunning(folder, next, dead), claimRunning(folder, late, dead)];

  expect([claims, readRunning(folder), readdirSync(folder)]).toEqual([[true, false], next, ['running.json']]);
});

test('what goes removes its own entry and nobody else’s', () => {
  const folder = temporaryFolder();
  const [one, other] = [program(1), program(2)];
  claimRunning(folder, one, undefined);

  releaseRunning(folder, other);
  const stays = readRunning(folder);
  releaseRunning(folder, one);
  releaseRunning(folder, one);

  expect([stays, readRunning(folder)]).toEqual([one, undefined]);
});

test.each(['', '{', '{}', '[]', '{"port":0,"secret":"x"}', '{"port":70000,"secret":"' + 'x'.repeat(43) + '"}', '{"port":1,"secret":"../../x"}'])('a file that says "%s" names no program, and is replaced', (text) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'running.json'), text);
  const mine = program(4711);

  expect([readRunning(folder), claimRunning(folder, mine, undefined), readRunning(folder)]).toEqual([undefined, true, mine]);
  expect(readFileSync(join(folder, 'running.json'), 'utf8')).not.toContain('\n{');
});

test('a proof is good for its ticket and its secret only, and does not give the secret away', () => {
  const secret = newSecret();
  const proof = proofOf(secret, 'ticket');

  expect([isProof(secret, 'ticket', proof), isProof(secret, 'other', proof), isProof(newSecret(), 'ticket', proof), isProof(secret, 'ticket', ''), isProof(secret, 'ticket', secret), proof.includes(secret)]).toEqual([true, false, false, false, false, false]);
});
