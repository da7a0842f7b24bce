/** `node test/offline/run.ts [end-to-end test files]`: runs the tests where every packet is read, and says what wanted to leave. */
import { chromiumPath } from '../e2e/chromium.ts';
import { faultsOf } from './faults.ts';
import { measureWithin } from './measure-within.ts';
import type { Measured } from './measure.ts';
import { whyNot } from './namespace.ts';

/** As automake has it: neither passed nor failed. */
const notRun = 77;

function tell({ bare, injected, suite, sent, reached }: Measured): void {
  console.log(`control: a bare browser sent ${bare.packets.length} packets and asked for ${bare.names.join(', ')}`);
  console.log(`control: a call put into our page: ${injected.stopped.join('; ')}; ${injected.left.packets.length} packets; without guards heard: ${injected.unguarded.names.join(', ')}`);
  console.log(`end-to-end tests inside: ${suite.passed} passed, ${suite.failed} failed, ${suite.skipped} skipped`);
  console.log(`packets that wanted to leave meanwhile: ${sent.packets.length} (and ${sent.ofKernel} of the kernel's own neighbour discovery)`);
  console.log(reached === null ? 'connections beyond the loopback: not run, system calls cannot be listed here' : `connections beyond the loopback: command ${reached.command.length}, serve ${reached.serve.length}, browser ${reached.browser.length}; packets ${reached.sent.packets.length} (to the loopback: ${reached.loopback})`);
}

const reason = chromiumPath === undefined ? 'there is no browser of the Chromium family' : whyNot();
if (reason !== undefined) {
  console.log(`not run: ${reason}`);
  process.exit(notRun);
}
const measured = measureWithin(process.argv.slice(2));
tell(measured);
const faults = faultsOf(measured);
for (const fault of faults) console.log(`✗ ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
