/** Where a dataset of MLflow lies: its source is JSON in a text (`{"uri": …}`, `{"delta_table_name": …}`), or an address; null for code. */
export function sourceIn(source: string | null): string | null {
  const parsed = parsedMapping(source);
  if (parsed === null) return source === null || /^\s*[{[]/.test(source) ? null : source;
  const named = ['uri', 'path', 'url', 'delta_table_name', 'table_name'].map((key) => parsed[key]).find((value) => typeof value === 'string' && value !== '');
  return typeof named === 'string' ? named : null;
}

/** The rows that a profile (JSON in a text) counts. */
export function recordsIn(profile: string | null): number | null {
  const parsed = parsedMapping(profile);
  const count = parsed?.['num_rows'] ?? parsed?.['num_records'];
  return typeof count === 'number' && Number.isSafeInteger(count) ? count : null;
}

function parsedMapping(text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null || text.length > 1_000_000 || !/^\s*\{/.test(text)) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
  } catch {
    return null;
  }
}
