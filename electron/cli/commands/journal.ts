import { existsSync } from 'node:fs';
import type { StoredEvent } from '#assessments';
import { analyse } from '../../handlers/analysis.ts';
import { undoneBatches } from '../../handlers/views/undone.ts';
import { whatHappened } from '../../handlers/views/what-happened.ts';
import type { FileVerification } from '../../storage/verify.ts';
import { verifyAt } from '../../storage/verify-at.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage, printJson } from '../terminal.ts';
import { atWork, openStore, withAssessment } from '../workplace.ts';

type Json = { readonly json: boolean };

/** Recomputes every hash of a file; exit code 1 where something does not hold. */
export function verify(terminal: Terminal, file: string, { json }: Json): Promise<number> {
  return atWork(() => {
    const found = verifyFileAt(terminal.resolve(file));
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

/** Looks without opening the file for work: verifying writes nothing, and a damaged file is a finding, not a misuse. */
function verifyFileAt(path: string): FileVerification {
  if (!existsSync(path)) throw new Refusal({ zh: `找不到评估文件“${path}”；请检查路径。`, en: `There is no assessment file “${path}”; check the path.` });
  return verifyAt(path);
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
