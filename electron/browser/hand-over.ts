import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../user/private-file.ts';
import { request } from './http.ts';
import { limits } from './limits.ts';
import { proofOf, type RunningProgram } from './running-program.ts';

/** What became of a start that found a program running; `code` is null where that program shows the window itself. */
export type HandedOver = { readonly full: boolean; readonly code: string | null };

const ticket = z.strictObject({ file: z.string().refine((path) => isAbsolute(path) && path.endsWith('.maturity')).nullable() });
const opened = z.strictObject({ code: z.string().regex(/^[\w-]{43}$/).nullable() });
const tooMany = 429;

/**
 * Asks the running program to open a window, on a file or on its home screen; undefined where it does not answer. What is
 * wanted lies in a file of the user under a random name, which the program takes away: no path travels, and a stranger on
 * the port of a dead program cannot pretend to have taken it.
 */
export async function handOver(userFolder: string, to: RunningProgram, file: string | null): Promise<HandedOver | undefined> {
  const name = randomBytes(24).toString('base64url');
  const path = ticketFile(userFolder, name);
  writePrivateFile(path, JSON.stringify({ file }));
  const answer = await post(to.port, JSON.stringify({ ticket: name, proof: proofOf(to.secret, name) }));
  const taken = !isThere(path);
  rmSync(path, { force: true });
  if (!taken || answer === undefined) return undefined;
  if (answer.status === tooMany) return { full: true, code: null };
  return opened.safeParse(answer.value).success ? { full: false, ...opened.parse(answer.value) } : undefined;
}

/** Takes what another start of the program has left under this name, once; undefined where there is nothing of the kind. */
export function takeTicket(userFolder: string, name: string): { readonly file: string | null } | undefined {
  if (!/^[\w-]{32}$/.test(name)) return undefined;
  const path = ticketFile(userFolder, name);
  const taken = `${path}.taken`;
  try {
    renameSync(path, taken);
    return ticket.safeParse(JSON.parse(readFileSync(taken, 'utf8'))).data;
  } catch {
    return undefined;
  } finally {
    rmSync(taken, { force: true });
  }
}

/** Removes what starts that were killed have left behind. */
export function sweepTickets(userFolder: string): void {
  for (const name of readdirSync(userFolder)) {
    if (/^hand-over-[\w-]{32}\.json/.test(name)) rmSync(join(userFolder, name), { force: true });
  }
}

function ticketFile(userFolder: string, name: string): string {
  return join(userFolder, `hand-over-${name}.json`);
}

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/** One request to 127.0.0.1; undefined where nobody answers in time. */
function post(port: number, body: string): Promise<{ readonly status: number; readonly value: unknown } | undefined> {
  return new Promise((answered) => {
    const asked = request({ host: '127.0.0.1', port, path: '/api/hand-over', method: 'POST', agent: false, timeout: limits.handOverMs, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } });
    asked.on('timeout', () => { asked.destroy(); });
    asked.on('error', () => { answered(undefined); });
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.length > limits.strangerBodyBytes) asked.destroy();
      });
      response.on('error', () => { answered(undefined); });
      response.on('end', () => { answered({ status: response.statusCode ?? 0, value: parse(text) }); });
    });
    asked.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
