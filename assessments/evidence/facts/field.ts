import { z } from 'zod';
import { place } from '../place.ts';

/** What every fact carries: the place it was read from, and further places where it was read from several. */
export const read = { place, also: z.array(place).readonly() };

/** A text that is always there; the importer falls back on what else names the thing (a path, an id). */
export const text = (meaning: string) => z.string().describe(meaning);
export const maybeText = (meaning: string) => z.string().nullable().describe(meaning);
export const texts = (meaning: string) => z.array(z.string()).readonly().describe(meaning);

/** A whole number; for sizes and counts. */
export const count = (meaning: string) => z.int().describe(meaning);
export const maybeCount = (meaning: string) => z.int().nullable().describe(meaning);
export const maybeNumber = (meaning: string) => z.number().nullable().describe(meaning);

/** True only where the file says or shows so. */
export const flag = (meaning: string) => z.boolean().describe(meaning);
/** Where "it says no" and "it says nothing" are two things. */
export const maybeFlag = (meaning: string) => z.boolean().nullable().describe(meaning);

/**
 * A moment: `2025-05-19T20:38:09.183Z` where the zone is known, the same without Z where it is not, `2025-05-19` where
 * only the day is written. Such texts compare as they stand. See instant.ts.
 */
export const instant = (meaning: string) => z.string().nullable().describe(`${meaning}; ISO 8601, with Z where the zone is known`);

/** Names, accounts and mail addresses of people: shown in the application, left out of what is handed over. */
export const person = (meaning: string) => z.string().nullable().describe(`${meaning} (personal data)`).meta({ personal: true });
