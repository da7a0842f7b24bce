/** The process that takes files in: touches the chosen files and the staging file, never the assessment. */
import { type Staging, createStaging } from '../storage/staging.ts';
import type { Entry } from './ledger.ts';
import type { AccountPart, FromTaker, ToTaker } from './messages.ts';
import { openParent } from './parent.ts';
import { accountFor } from './take-in.ts';

const cancelled = new AbortController();

// Where whoever asked is gone, so is this process: nothing that is done here would be adopted.
const parent = openParent<ToTaker, FromTaker>();
parent.hear((message) => {
  if (message.kind === 'cancel') cancelled.abort();
  else void run(message);
});

async function run({ sources, staging: path, known, takenPaths, limits }: Extract<ToTaker, { readonly kind: 'take' }>): Promise<void> {
  try {
    const staging = createStaging(path);
    const stored = new Set(known);
    const handOver = filesGiver(staging);
    const account = await accountFor(sources.map((source) => ({ path: source })), {
      staging, known: (artefact) => stored.has(artefact), takenPaths: new Map(takenPaths), limits, signal: cancelled.signal,
      progress: (told) => {
        handOver.flush();
        say({ kind: 'progress', told });
      },
      taken: handOver.add,
    });
    staging.finish();
    handOver.flush();
    for (const part of partsOf(account)) say({ kind: 'part', part });
    say({ kind: 'done', account: { offered: account.offered, duplicates: account.duplicates, label: account.label } });
  } catch (thrown) {
    say({ kind: 'failed', code: codeOf(thrown), message: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) });
  }
}

const inOnePart = 1000;

/** Files go over in handfuls, so that they can be read while others are still taken. */
function filesGiver({ chunksOf }: Staging): { readonly add: (entry: Entry) => void; readonly flush: () => void } {
  let waiting: Entry[] = [];
  const flush = (): void => {
    if (waiting.length > 0) say({ kind: 'files', files: waiting.map((entry) => ({ entry, chunks: chunksOf(entry.artefact) })) });
    waiting = [];
  };
  return {
    add: (entry) => {
      waiting.push(entry);
      if (waiting.length >= inOneHandful) flush();
    },
    flush,
  };
}

const inOneHandful = 100;

function* partsOf({ changed, gone, refused, warned }: AccountPart): Generator<AccountPart> {
  const longest = Math.max(...[changed, gone, refused, warned].map(({ length }) => length));
  for (let from = 0; from < longest; from += inOnePart) {
    const to = from + inOnePart;
    yield { changed: changed.slice(from, to), gone: gone.slice(from, to), refused: refused.slice(from, to), warned: warned.slice(from, to) };
  }
}

function say(message: FromTaker): void {
  void parent.say(message);
}

function codeOf(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
}
