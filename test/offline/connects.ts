import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserFlags } from '../../electron/browser/launch.ts';
import { chromiumPath } from '../e2e/chromium.ts';
import { evidenceFolder, freshHome, type Home } from '../e2e/workbench.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const calls = ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=connect,sendto,sendmsg,sendmmsg'];

/** Whether system calls can be listed here. */
export function canTrace(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', 'true']).status === 0;
}

/**
 * Addresses beyond the loopback that a trace names. Chromium "connects" a datagram socket to a public resolver only to
 * see whether there is a route for IPv6; nothing is ever sent through it, and the packets counted beside prove that.
 */
export function addressesBeyond(trace: string): readonly string[] {
  const found = trace.split('\n').flatMap((line) => {
    const [, address] = /inet_addr\("([^"]+)"\)/.exec(line) ?? /inet_pton\(AF_INET6, "([^"]+)"/.exec(line) ?? [];
    const [, port = ''] = /sin6?_port=htons\((\d+)\)/.exec(line) ?? [];
    return address === undefined || isLoopback(address) || isProbe(line, address, port) ? [] : [`${address}:${port}`];
  });
  return [...new Set(found)];
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === '::ffff:127.0.0.1';
}

function isProbe(line: string, address: string, port: string): boolean {
  return line.includes('connect(') && address === '2001:4860:4860::8888' && (port === '443' || port === '53');
}

/** What each program of ours, with its children, wanted to reach beyond this machine. */
export type Reached = { readonly command: readonly string[]; readonly serve: readonly string[]; readonly browser: readonly string[]; readonly loopback: number };

/** Assesses a folder by command, then opens the sample and makes a report in the browser, every process traced. */
export async function traceConnects(): Promise<Reached> {
  const home = freshHome();
  mkdirSync(home.assessments, { recursive: true });
  const trace = (name: string): string => join(home.path, `${name}.strace`);
  try {
    const assessed = spawnSync('strace', [...calls, '-o', trace('command'), process.execPath, 'bin/maturity.mjs', 'assess', '--evidence', evidenceFolder, '--org', 'Example', '--project', 'Trace', '--out', join(home.path, 'out')], { cwd: project, encoding: 'utf8', env: { ...process.env, ...home.environment } });
    if (assessed.status !== 0) throw new Error(`assess ended with ${assessed.status}: ${assessed.stderr}`);
    await driveTraced(home, trace);
    const [command, serve, browser] = ['command', 'serve', 'browser'].map((name) => readFileSync(trace(name), 'utf8')) as [string, string, string];
    return { command: addressesBeyond(command), serve: addressesBeyond(serve), browser: addressesBeyond(browser), loopback: browser.split('"127.0.0.1"').length - 1 };
  } finally {
    home.remove();
  }
}

async function driveTraced(home: Home, trace: (name: string) => string): Promise<void> {
  const server = spawn('strace', [...calls, '-o', trace('serve'), process.execPath, 'bin/maturity.mjs', 'serve'], { cwd: project, env: { ...process.env, ...home.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => { server.once('exit', resolve); });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; const found = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+/.exec(said); if (found !== null) resolve(found[0]); });
    void ended.then(() => { reject(new Error(`the server ended: ${said}`)); });
  });

  const traced = join(home.path, 'browser.sh');
  writeFileSync(traced, `#!/bin/sh\nexec strace ${calls.join(' ')} -o '${trace('browser')}' '${chromiumPath ?? ''}' "$@"\n`);
  chmodSync(traced, 0o700);
  const profile = join(home.path, 'profile');
  const flags = browserFlags(profile).filter((flag) => !flag.startsWith('--user-data-dir'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: traced, args: [...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], ignoreDefaultArgs: ['--disable-background-networking', '--disable-component-update'], timeout: 60_000 });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  await page.getByTestId('identity-name').fill('Anna');
  await page.getByTestId('identity-save').click();
  await page.getByTestId('open-sample').click();
  await page.getByTestId('score-screen').waitFor();
  await page.getByTestId('tab-reports').click();
  await page.getByTestId('make-report').click();
  await page.getByTestId('save-pdf').waitFor();
  await context.close();
  await ended;
}
