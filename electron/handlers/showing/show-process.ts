/** The process that decodes and parses an evidence file to show a place in it. */
import { answerer } from './answer.ts';
import type { ToShower } from './messages.ts';

const answer = answerer();
process.on('message', (asked: ToShower) => { void answer(asked).then((answered) => process.send?.(answered)); });
process.on('disconnect', () => { process.exit(); });
