import { defineConfig } from 'vite';

/** A sandboxed preload must be one CommonJS file; `electron` stays a require. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'out/preload', emptyOutDir: true, minify: false, sourcemap: false,
    lib: { entry: 'electron/desktop/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
