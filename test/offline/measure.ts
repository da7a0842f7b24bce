import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhereStale } from '../e2e/workbench.ts';
import { bareBrowser, injectedCall, type Injected } from './controls.ts';
import { canTrace, traceConnects, type Reached } from './connects.ts';
import { openWire, type Sent } from './wire.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

export type Ran = { readonly passed: number; readonly failed: number; readonly skipped: number; readonly failures: readonly string[] };

/** Everything one run in the namespace found. */
export type Measured = {
  readonly bare: Sent; readonly injected: Injected;
  readonly suite: Ran; readonly sent: Sent;
  /** Null where system calls cannot be listed: counted as not run. */
  readonly reached: (Reached & { readonly sent: Sent }) | null;
};

/** Names that a bare browser must be heard asking for, so that hearing nothing means something. */
export const enoughNames = 3;

/** Controls first, then the end-to-end tests (all, or those whose files are named), then the traced programs. Runs inside the namespace. */
export async function measure(files: readonly string[]): Promise<Measured> {
  buildWhereStale();
  const wire = openWire();
  try {
    const bare = await bareBrowser(wire, enoughNames);
    const injected = await injectedCall(wire);
    const suite = await wire.during(() => runSuite(files));
    const reached = canTrace() ? await wire.during(() => traceConnects()) : null;
    return { bare, injected, suite: suite.value, sent: suite.sent, reached: reached === null ? null : { ...reached.value, sent: reached.sent } };
  } finally {
    wire.close();
  }
}

type VitestReport = { readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly numTodoTests: number; readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages?: readonly string[] }[] }[] };

async function runSuite(files: readonly string[]): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-suite-'));
  const report = join(folder, 'report.json');
  const run = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', '--reporter=json', `--outputFile.json=${report}`, ...files], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, PACKETS_READ: 'yes' } });
  await new Promise((resolve) => { run.once('exit', resolve); });
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  rmSync(folder, { recursive: true, force: true });
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed').map(({ fullName, failureMessages = [] }) => `${fullName}: ${(failureMessages[0] ?? '').split('\n').slice(0, 6).join(' | ')}`);
    return status === 'failed' && failed.length === 0 ? [`${name} did not load`] : failed;
  });
  return { passed: numPassedTests, failed: Math.max(numFailedTests, failures.length), skipped: numPendingTests + numTodoTests, failures };
}
