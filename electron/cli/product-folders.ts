import { productPath } from '../shell/product.ts';

/** The built-in catalogue packs, one folder each. */
export const packsFolder = productPath('assessments/packs');
