/** A showing process that does what the path of the file says, to see what a broken or overwhelmed one costs. */
import { answerer } from '../../electron/handlers/showing/answer.ts';
import type { ToShower } from '../../electron/handlers/showing/messages.ts';

const answer = answerer();
process.on('message', (asked: ToShower) => {
  if (asked.entry.path === 'hang') for (;;);
  if (asked.entry.path === 'die') process.kill(process.pid, 'SIGKILL');
  if (asked.entry.path === 'say nonsense') process.send?.({ id: asked.id, kind: 'place', shown: { html: '<b>' } });
  else void answer(asked).then((answered) => process.send?.(answered));
});
process.on('disconnect', () => { process.exit(); });
