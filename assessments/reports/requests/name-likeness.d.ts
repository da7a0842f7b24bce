import type { Bilingual } from '../../language.ts';
/**
 * How alike a file name (without folder and ending) and what is asked for are, 0 to 1, in the language that fits better.
 * Compared are pairs of neighbouring signs, which serves Chinese words of two characters as well as English ones.
 */
export declare function nameLikeness(name: string, what: Bilingual): number;
