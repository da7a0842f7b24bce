import { fileURLToPath } from 'node:url';

/** The built-in catalogue packs, one folder each. */
export const packsFolder = fileURLToPath(new URL('../../assessments/packs', import.meta.url));
