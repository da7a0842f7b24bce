import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { childEntry } from '../../electron/intake/child-entry.ts';
import type { Started } from '../../electron/intake/child.ts';
import { type FromReader, type GivenFile, fromReader } from '../../electron/intake/messages.ts';
import { forkUtility } from '../../electron/intake/utility-child.ts';
import { utilityDouble } from './utility-double.ts';

const oddReader = new URL('./odd-reader-process.ts', import.meta.url);
const host = { execPath: process.execPath, env: { TMPDIR: '/tmp' } };
const given = (path: string, text: string): GivenFile => ({ path, artefact: '0'.repeat(64), mediaType: 'text/plain', bytes: new TextEncoder().encode(text), beside: null, mapping: null, alone: true });

describe('a child process under Electron', () => {
  test('is a utility process with its own heap limit and next to nothing of the environment', async () => {
    const { child, forked } = start(oddReader);
    await child.ended;

    expect(forked).toEqual([{
      entry: fileURLToPath(oddReader),
      options: { env: { NO_COLOR: '1', TMPDIR: '/tmp' }, execArgv: ['--js-flags=--max-old-space-size=64'], stdio: ['ignore', 'ignore', 'pipe'], serviceName: 'MLOps Maturity' },
    }]);
  });

  test('reads files as it does under Node', async () => {
    const { child, said } = start(childEntry('analyse-process'), (message, { send, kill }) => {
      if (message.kind === 'ready') send({ kind: 'read', files: [given('requirements.txt', 'numpy==1.26.4\n')] });
      else kill();
    });
    await child.ended;

    expect(said).toMatchObject([{ kind: 'ready' }, { kind: 'read', readings: [{ path: 'requirements.txt', importer: expect.any(String) as string }] }]);
  });

  test('can be killed before it has begun, and while it hangs', async () => {
    const early = start(oddReader, () => undefined).child;
    early.kill();
    const hanging = start(oddReader, (message, { send, kill }) => {
      if (message.kind === 'ready') send({ kind: 'read', files: [given('a', 'hang')] });
      setTimeout(kill, 50);
    }).child;
    const ends = await Promise.all([early.ended, hanging.ended]);
    early.send({ kind: 'read', files: [] });
    early.kill();

    expect(ends.map(({ signal }) => signal)).toEqual([null, null]);
  });

  test('says that its memory was full when it was', async () => {
    const { child } = start(oddReader, (message, { send }) => { if (message.kind === 'ready') send({ kind: 'read', files: [given('a', 'fill the memory')] }); });

    expect((await child.ended).lastWords).toMatch(/heap|memory/i);
  });
});

type Heard = (message: FromReader, child: Started) => void;

function start(entry: URL, heard: Heard = (_message, { kill }) => { kill(); }): { readonly child: Started; readonly said: readonly FromReader[]; readonly forked: ReturnType<typeof utilityDouble>['forked'] } {
  const said: FromReader[] = [];
  const { fork, forked } = utilityDouble();
  const child = forkUtility({
    entry: fileURLToPath(entry), heapMegabytes: 64, confined: true, host,
    heard: (message) => {
      const spoken = fromReader.parse(message);
      said.push(spoken);
      heard(spoken, child);
    },
  }, fork);
  return { child, said, forked };
}
