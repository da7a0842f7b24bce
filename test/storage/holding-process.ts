/**
 * Opens the assessment named on the command line, says so, and holds it until it is ended. A line on its input makes it
 * add a note.
 */
import { randomUUID } from 'node:crypto';
import { openAssessment } from '../../electron/storage/store.ts';

const store = openAssessment(process.argv[2] ?? '', { surroundings: { now: () => new Date(), newId: () => randomUUID(), device: 'test' } });
process.stdout.write(`holding ${store.revision()}\n`);
process.stdin.on('data', () => {
  const { revision } = store.append([{ type: 'note.added', payload: { note: randomUUID(), node: null, text: '现场记录', saidBy: null } }], { author: { id: 'a', name: '安娜', role: '' } });
  process.stdout.write(`holding ${revision}\n`);
});
