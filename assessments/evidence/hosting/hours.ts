import { instantOf, secondsBetween } from '../instant.ts';

/** Hours from one written moment to another, to the hundredth; null where one is missing or they are in the wrong order. */
export function hoursBetween(from: string | null, to: string | null): number | null {
  const seconds = secondsBetween(instantOf(from), instantOf(to));
  return seconds === null || seconds < 0 ? null : Math.round(seconds / 36) / 100;
}
