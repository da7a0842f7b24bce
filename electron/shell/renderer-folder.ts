import { fileURLToPath } from 'node:url';

/** Where `npm run build` puts the renderer, and the preload script of the desktop shell. */
export const rendererFolder = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
export const preloadFile = fileURLToPath(new URL('../../out/preload/preload.cjs', import.meta.url));
