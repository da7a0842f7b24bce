import type { StoredEvent } from '#assessments';
import { analyse } from '../../handlers/analysis.ts';
import { undoneBatches } from '../../handlers/views/undone.ts';
import { whatHappened } from '../../handlers/views/what-happened.ts';
import { StorageError } from '../../storage/problems.ts';
import type { FileVerification } from '../../storage/verify.ts';
import { type Terminal, inLanguage, printJson } from '../terminal.ts';
import { atWork, openStore, withAssessment } from '../workplace.ts';

type Json = { readonly json: boolean };
type Verified = Pick<FileVerification, 'ok' | 'events' | 'artefacts' | 'firstFault' | 'faults'>;

/** Recomputes every hash of a file; exit code 1 where something does not hold. */
export function verify(terminal: Terminal, file: string, { json }: Json): Promise<number> {
  return atWork((workplace) => {
    const found = verified(() => openStore(terminal.resolve(file), workplace));
    const { ok, events, artefacts, firstFault } = found;
    if (json) printJson(terminal, { ok, events, artefacts, firstFault });
    else {
      for (const { where, ...sentence } of found.faults) terminal.out(`✗ ${where}: ${sentence[terminal.language]}`);
      terminal.out(inLanguage(terminal, ok
        ? { zh: `完好：${events} 条操作记录，${artefacts} 份证据内容。`, en: `Intact: ${events} events, ${artefacts} artefacts.` }
        : { zh: `发现 ${found.faults.length} 处问题（读到 ${events} 条操作记录，${artefacts} 份证据内容）。`, en: `${found.faults.length} faults (${events} events and ${artefacts} artefacts could be read).` }));
    }
    return Promise.resolve(ok ? 0 : 1);
  });
}

/** A file too damaged to be opened is a finding of verify, not a misuse of the command. */
function verified(open: () => { readonly verify: () => FileVerification; readonly close: () => void }): Verified {
  try {
    const store = open();
    try {
      return store.verify();
    } finally {
      store.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof StorageError) || thrown.problem.kind !== 'damaged') throw thrown;
    const { zh, en } = thrown.problem;
    const firstFault = { kind: 'database', where: 'file', zh, en };
    return { ok: false, events: 0, artefacts: 0, firstFault, faults: [firstFault] };
  }
}

/** The journal, oldest first. */
export function log(terminal: Terminal, file: string, { json }: Json): Promise<number> {
  return atWork((workplace) => {
    const store = openStore(terminal.resolve(file), workplace);
    try {
      const events = store.events();
      const undone = undoneBatches(events);
      if (json) printJson(terminal, { events: events.map((event) => logRow(event, undone.has(event.batch))) });
      else for (const event of events) terminal.out(`${event.at}  ${event.author.name}  ${whatHappened(event)[terminal.language]}${undone.has(event.batch) ? inLanguage(terminal, { zh: '（已撤销）', en: ' (undone)' }) : ''}`);
      return Promise.resolve(0);
    } finally {
      store.close();
    }
  });
}

function logRow({ id, chain, seq, batch, at, author, type, payload, hash }: StoredEvent, undone: boolean) {
  return { id, chain, seq, batch, at, author, type, payload, undone, hash };
}

/** Drops everything derived and makes it again from journal and artefacts. */
export function rebuild(terminal: Terminal, file: string): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, async (session, { context }) => {
    session.store.rebuild();
    const { files, facts } = await analyse(session, context);
    terminal.out(inLanguage(terminal, { zh: `已重建：${files} 个文件，${facts.length} 条事实。`, en: `Rebuilt: ${files} files, ${facts.length} facts.` }));
    return 0;
  });
}
