import { expect, test } from 'vitest';
import { chromiumPath } from '../e2e/chromium.ts';
import { faultsOf } from '../offline/faults.ts';
import { measureWithin } from '../offline/measure-within.ts';
import { whyNot } from '../offline/namespace.ts';

/** `node test/offline/run.ts` does the same over the whole end-to-end suite. */
test.skipIf(chromiumPath === undefined || whyNot() !== undefined)('no packet leaves while the product is started, used and driven by command, where every packet is read', () => {
  const measured = measureWithin(['test/e2e/launch.test.ts']);

  expect(faultsOf(measured)).toEqual([]);
  expect(measured.bare.names.length).toBeGreaterThanOrEqual(3);
});
