import { defineConfig } from 'vitest/config';

const suite = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, testTimeout: 20_000, hookTimeout: 60_000, ...more },
});

/** Makes the whole package, or measures every packet of a run: minutes each, so they belong to the long suite. */
const packaged = ['test/package/packed.test.ts'];
const measured = ['test/rigs/offline.test.ts'];

/** Suites: `unit` runs in `npm run check`; `npm test` adds `e2e` (a real Chromium) and `rigs` (short); `long` is `npm run test:long`. */
export default defineConfig({
  test: {
    projects: [
      suite('unit', ['test/**/*.test.ts', 'test/**/*.test.tsx'], { testTimeout: 60_000, exclude: ['test/{e2e,rigs,long,bench}/**', ...packaged] }),
      suite('e2e', ['test/e2e/**/*.test.ts'], { fileParallelism: false, testTimeout: 90_000, hookTimeout: 120_000 }),
      suite('rigs', ['test/rigs/**/*.test.ts'], { exclude: measured, fileParallelism: false, testTimeout: 300_000, hookTimeout: 120_000 }),
      suite('long', ['test/long/**/*.test.ts', ...packaged, ...measured], { fileParallelism: false, testTimeout: 3_600_000, hookTimeout: 600_000 }),
    ],
  },
});
