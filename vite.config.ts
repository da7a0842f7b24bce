import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Builds the renderer into out/renderer: a fixed list of files that both shells serve. No inline script (CSP), no source
 * map (no foreign addresses). The core is pure, so what the screens do not use of it is left out.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react({ jsxImportSource: '#shown' })],
  build: {
    outDir: '../out/renderer', emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4000, assetsInlineLimit: 0,
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/\/assessments\/|\/node_modules\/(zod|yaml|js-yaml|@marcbachmann)\//.test(id) } },
  },
});
