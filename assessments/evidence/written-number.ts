const plainNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/**
 * The number a plain scalar stands for, or null where a number would not give back what was written:
 * 0123, 3.10, 1e3, 1_000 and 20-digit ids are version names and identifiers at least as often as quantities.
 */
export function writtenNumber(source: string): number | null {
  if (!plainNumber.test(source)) return null;
  const value = Number(source);
  return String(value) === source ? value : null;
}
