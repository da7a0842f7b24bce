import { type Child, startChild } from '../../intake/child.ts';
import { childEntry } from '../../intake/child-entry.ts';
import type { Entry } from '../../intake/ledger.ts';
import { readingLimits } from '../../intake/limits.ts';
import { type FileContent, type FromShower, type Question, type ToShower, fromShower } from './messages.ts';

/** Shows places in evidence files from a process of its own, which is started when first asked and ends when left alone. */
export type Shower = {
  /** Null where the file cannot be shown: it broke the process, or took too long. */
  readonly ask: (entry: Entry, content: () => FileContent, question: Question) => Promise<FromShower | null>;
  /** Starts the process, so that the first question need not wait for it. */
  readonly warm: () => void;
  readonly close: () => void;
};

export type ShowerLimits = { readonly heapMegabytes: number; readonly milliseconds: number; readonly idleMilliseconds: number; readonly entry: URL };

const defaults: ShowerLimits = { heapMegabytes: readingLimits.heapMegabytes, milliseconds: 30_000, idleMilliseconds: 60_000, entry: childEntry('show-process') };

/** A shower; one question at a time is under way, others wait. */
export function createShower(limits: Partial<ShowerLimits> = {}): Shower {
  const set = { ...defaults, ...limits };
  let running: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const stop = (): void => {
    running?.child.kill();
    running = undefined;
  };
  const warm = (): Running => {
    clearTimeout(idle);
    idle = setTimeout(stop, set.idleMilliseconds).unref();
    running = running?.alive() === true ? running : start(set);
    return running;
  };
  const askNow = async (entry: Entry, content: () => FileContent, question: Question): Promise<FromShower | null> => {
    const shower = warm();
    clearTimeout(idle);
    const answer = await shower.ask(entry, content, question);
    if (answer === null) stop();
    idle = setTimeout(stop, set.idleMilliseconds).unref();
    return answer;
  };
  return {
    warm,
    ask: (entry, content, question) => {
      const asked = before.then(() => askNow(entry, content, question));
      before = asked.catch(() => undefined);
      return asked;
    },
    close: () => {
      clearTimeout(idle);
      stop();
    },
  };
}

type Running = { readonly child: Child<ToShower>; readonly alive: () => boolean; readonly ask: (entry: Entry, content: () => FileContent, question: Question) => Promise<FromShower | null> };

function start({ entry: program, heapMegabytes, milliseconds }: ShowerLimits): Running {
  let heard: (message: FromShower) => void = () => undefined;
  let alive = true;
  let asked = 0;
  let holds: string | undefined;
  const child = startChild<ToShower, FromShower>({ entry: program, heapMegabytes, confined: true, speaks: fromShower, heard: (message) => { heard(message); } });
  const gone = child.exited.then(() => { alive = false; return null; });
  return {
    child, alive: () => alive,
    ask: async (entry, content, question) => {
      const id = (asked += 1);
      const file = `${entry.artefact} ${entry.path}`;
      const answered = new Promise<FromShower>((resolve) => { heard = (message) => { if (message.id === id) resolve(message); }; });
      child.send({ id, entry, content: holds === file ? null : content(), question });
      const late = setTimeout(child.kill, milliseconds);
      const answer = await Promise.race([answered, gone]);
      clearTimeout(late);
      holds = answer === null || answer.kind === 'failed' ? undefined : file;
      return answer?.kind === 'failed' ? null : answer;
    },
  };
}
