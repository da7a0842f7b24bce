import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { handOver, sweepTickets, takeTicket } from '../../electron/browser/hand-over.ts';
import { isProof, newSecret, proofOf } from '../../electron/browser/running-program.ts';
import { limits } from '../../electron/browser/limits.ts';
import { runShell } from '../builders/browser-shell.ts';
import { temporaryFolder } from '../builders/folders.ts';

/** A running program over a user's folder, which remembers what it was asked to open. */
async function running(folder: string, { shows = true, windows = 3 }: { readonly shows?: boolean; readonly windows?: number } = {}) {
  const secret = newSecret();
  const shown: string[] = [];
  const shell = await runShell({ limits: { ...limits, windows }, showWindow: (address) => { shown.push(address); return shows ? () => undefined : undefined; }, takeOver: (ticket, proof) => (isProof(secret, ticket, proof) ? takeTicket(folder, ticket) : undefined) });
  return { shell, shown, program: { port: shell.port, secret } };
}

/** Somebody else on a port. */
async function stranger(answer: string): Promise<{ readonly port: number; readonly heard: readonly string[] }> {
  const heard: string[] = [];
  const server = createServer((request, response) => { request.setEncoding('utf8').on('data', (text: string) => { heard.push(text); }).on('end', () => { response.end(answer); }); });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return { port: (server.address() as AddressInfo).port, heard };
}

describe('a second start', () => {
  test('has the running program open a window on its file, and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const { shell, shown, program } = await running(folder);

    const answer = await handOver(folder, program, '/评估/一.maturity');

    const code = /#launch=([\w-]+)$/.exec(shown.at(-1) ?? '')?.[1] ?? '';
    const admission = await (await fetch(shell.url('/api/exchange'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) })).json() as { readonly open: string };
    expect([answer, shell.handles.look(admission.open), readdirSync(folder)]).toEqual([{ full: false, code: null }, { kind: 'path', path: '/评估/一.maturity' }, []]);
  });

  test('is given the code where the program cannot show a window, and told where there are enough', async () => {
    const folder = temporaryFolder();
    const [blind, full] = [await running(folder, { shows: false }), await running(folder, { windows: 0 })];

    expect([await handOver(folder, blind.program, null), await handOver(folder, full.program, null)]).toEqual([{ full: false, code: expect.stringMatching(/^[\w-]{43}$/) as string }, { full: true, code: null }]);
  });

  test('does not take a stranger for the program, and tells it neither the file nor the secret', async () => {
    const folder = temporaryFolder();
    const other = await stranger('{"code":null}');
    const secret = newSecret();

    const answer = await handOver(folder, { port: other.port, secret }, '/秘密/客户.maturity');

    expect([answer, other.heard.length, other.heard.join('').includes('客户'), other.heard.join('').includes(secret), readdirSync(folder)]).toEqual([undefined, 1, false, false, []]);
  });

  test.each(['', 'no JSON', '{"code":7}', 'x'.repeat(100_000)])('goes its own way where the answer is "%.12s"', async (text) => {
    const folder = temporaryFolder();
    const other = await stranger(text);

    expect([await handOver(folder, { port: other.port, secret: newSecret() }, null), readdirSync(folder)]).toEqual([undefined, []]);
  });

  test('goes its own way where nobody is on the port', async () => {
    const folder = temporaryFolder();
    const { shell, program } = await running(folder);
    await shell.close();

    expect([await handOver(folder, program, null), readdirSync(folder)]).toEqual([undefined, []]);
  });
});

describe('the running program', () => {
  const name = 'a'.repeat(32);
  const leave = (folder: string, text: string) => { writeFileSync(join(folder, `hand-over-${name}.json`), text); };

  test('takes what was left once', () => {
    const folder = temporaryFolder();
    leave(folder, '{"file":null}');

    expect([takeTicket(folder, name), takeTicket(folder, name), readdirSync(folder)]).toEqual([{ file: null }, undefined, []]);
  });

  test.each(['{"file":"relative.maturity"}', '{"file":"/etc/passwd"}', '{"file":7}', '{}', 'x', '{"file":null,"more":1}'])('opens nothing for %s', (text) => {
    const folder = temporaryFolder();
    leave(folder, text);

    expect(takeTicket(folder, name)).toBeUndefined();
  });

  test('looks for tickets under the names they have, nowhere else', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'x.json'), '{"file":null}');

    expect(['', '../x', '/x', 'a'.repeat(31), 'a'.repeat(33), `${'a'.repeat(31)}/`, `${'a'.repeat(31)}\u0000`].map((odd) => takeTicket(folder, odd))).toEqual(Array.from({ length: 7 }, () => undefined));
  });

  test('sweeps away what starts that were killed have left, and nothing else', () => {
    const folder = temporaryFolder();
    leave(folder, '{"file":null}');
    for (const name of ['running.json', 'hand-over-x.json', `hand-over-${'b'.repeat(32)}.json.taken`, `hand-over-${'c'.repeat(32)}.json.7.new`]) writeFileSync(join(folder, name), '');

    sweepTickets(folder);

    expect(readdirSync(folder).sort()).toEqual(['hand-over-x.json', 'running.json']);
  });

  test('refuses a wrong proof, a page, and a ticket that is not there, and opens no window', async () => {
    const folder = temporaryFolder();
    const { shell, shown, program } = await running(folder);
    const before = shown.length;
    leave(folder, '{"file":null}');
    const ask = async (proof: string, headers: Readonly<Record<string, string>> = {}, ticket = name) => (await fetch(shell.url('/api/hand-over'), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ ticket, proof }) })).status;

    // A page of our own origin is refused as well: fetch here says that it is one.
    const answers = [await ask('wrong'), await ask(proofOf(program.secret, name)), await ask(proofOf(program.secret, name), { origin: shell.url('') })];

    expect([answers, shown.length - before, readdirSync(folder)]).toEqual([[403, 403, 403], 0, [`hand-over-${name}.json`]]);
  });
});
