import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../user/private-file.ts';

/** The running program as its user's next start finds it: where it listens, and the secret the two share. */
const running = z.strictObject({ port: z.int().min(1).max(65_535), secret: z.string().regex(/^[\w-]{43}$/) }).readonly();
export type RunningProgram = z.infer<typeof running>;

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the file of the user's folder says of a running program; undefined where there is none, or nothing that makes sense. */
export function readRunning(userFolder: string): RunningProgram | undefined {
  return parse(textOf(fileOf(userFolder)));
}

/**
 * Writes the file, 0600 from creation, where there is none; false where another program was first. `stale` is the entry
 * that was found to answer no more: it is moved away, but only if the file still says the same.
 */
export function claimRunning(userFolder: string, mine: RunningProgram, stale: RunningProgram | undefined): boolean {
  const path = fileOf(userFolder);
  const before = textOf(path);
  if (before !== undefined && isSame(parse(before), stale)) moveAway(path, before);
  const whole = `${path}.${process.pid}.mine`;
  writePrivateFile(whole, JSON.stringify(mine));
  try {
    return appear(whole, path);
  } finally {
    rmSync(whole, { force: true });
  }
}

/** Removes the file, where it is still ours. */
export function releaseRunning(userFolder: string, mine: RunningProgram): void {
  if (isSame(readRunning(userFolder), mine)) rmSync(fileOf(userFolder), { force: true });
}

/** Shows that the secret is known without giving it away: whoever has taken over the port of a dead program learns nothing. */
export function proofOf(secret: string, ticket: string): string {
  return createHmac('sha256', secret).update(ticket).digest('base64url');
}

export function isProof(secret: string, ticket: string, proof: string): boolean {
  const [right, given] = [proofOf(secret, ticket), proof].map((text) => createHmac('sha256', secret).update(text).digest());
  return right !== undefined && given !== undefined && timingSafeEqual(right, given);
}

function fileOf(userFolder: string): string {
  return join(userFolder, 'running.json');
}

/** Lets a file appear under another name with all that is in it; false where there is one already. */
function appear(whole: string, path: string): boolean {
  for (const way of [() => { linkSync(whole, path); }, () => { copyFileSync(whole, path, constants.COPYFILE_EXCL); }]) {
    try {
      way();
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      // Sticks know no links: there it is copied.
    }
  }
  return false;
}

/** Of two that find the same stale file one moves it; what came in its place meanwhile is put back. */
function moveAway(path: string, text: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (textOf(aside) !== text) renameSync(aside, path);
    rmSync(aside, { force: true });
  } catch {
    // The other one was first.
  }
}

function isSame(one: RunningProgram | undefined, other: RunningProgram | undefined): boolean {
  return one?.port === other?.port && one?.secret === other?.secret;
}

function parse(text: string | undefined): RunningProgram | undefined {
  try {
    return running.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
