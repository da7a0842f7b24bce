/** Runs inside the namespace: measures, and prints what was found as one line of JSON. Arguments: files of end-to-end tests. */
import { measure } from './measure.ts';

process.stdout.write(`${JSON.stringify(await measure(process.argv.slice(2)))}\n`);
