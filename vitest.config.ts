import { defineConfig } from 'vitest/config';

const suite = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, testTimeout: 20_000, hookTimeout: 60_000, ...more },
});

/** Makes the whole package, or measures every packet of a run: minutes each, so they belong to the long suite. */
const packaged = ['test/package/packed.test.ts'];
const measured = ['test/rigs/offline.test.ts'];

/** They put other modules in place of real ones, so each file needs modules of its own; all others share them, which halves the time of the suite. */
const mocked = ['test/desktop/**/*.test.ts', 'test/browser/secrets.test.ts', 'test/storage/settings.test.ts'];

/** Suites: `unit` and `mocked` run in `npm run check`; `npm test` adds `e2e` (a real Chromium) and `rigs` (short); `long` is `npm run test:long`. */
export default defineConfig({
  test: {
    projects: [
      suite('unit', ['test/**/*.test.ts', 'test/**/*.test.tsx'], { testTimeout: 60_000, isolate: false, maxWorkers: '100%', exclude: ['test/{e2e,rigs,long,bench}/**', ...packaged, ...mocked] }),
      suite('mocked', mocked, { testTimeout: 60_000, maxWorkers: '100%' }),
      suite('e2e', ['test/e2e/**/*.test.ts'], { fileParallelism: false, testTimeout: 90_000, hookTimeout: 120_000 }),
      suite('rigs', ['test/rigs/**/*.test.ts'], { exclude: measured, fileParallelism: false, testTimeout: 300_000, hookTimeout: 120_000 }),
      suite('long', ['test/long/**/*.test.ts', ...packaged, ...measured], { fileParallelism: false, testTimeout: 3_600_000, hookTimeout: 600_000 }),
    ],
  },
});
