/** Serves as `npm start` does without Electron, in the browser named first, whoever runs the tests: `node serving-process.ts <browser> [file]`. */
import { serve } from '../../electron/browser/serve.ts';

const [program = '', file] = process.argv.slice(2);
const serving = await serve({
  open: true, say: (line) => { process.stdout.write(`${line}\n`); }, browsers: [{ program, profileHome: null }], waits: { afterLastWindowMs: 3_000, windowComesMs: 60_000, idleMs: 60_000 },
  ...(file === undefined ? {} : { file }),
});
process.once('SIGTERM', () => { void serving?.stop(); });
await serving?.stopped;
process.exit(0);
