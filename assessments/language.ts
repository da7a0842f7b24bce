import { z } from 'zod';

/** The two languages every text of the product exists in; Chinese is the first. */
export type Language = 'zh' | 'en';

/** One text in both languages. */
export type Bilingual = { readonly zh: string; readonly en: string };

/** Both languages present and not blank. */
export const bilingual = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) }).readonly();
