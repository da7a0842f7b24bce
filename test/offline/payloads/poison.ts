/** Fields that hold words of people or names that nobody checks: what a hostile author would write into. */
const wordFields: ReadonlySet<string> = new Set([
  'name', 'title', 'displayName', 'description', 'message', 'text', 'summary', 'comment', 'notes', 'reason', 'rationale', 'subject', 'publisher', 'author', 'approver', 'owner', 'team', 'user_id', 'label', 'key', 'value',
  'alert', 'runbook_url', 'image', 'environment', 'stage', 'pipeline_name', 'step_name', 'stack_name', 'decision_mode', 'deployment_url', 'bias_flag_reason', 'groupAtRisk', 'activity', 'publisherName', 'license_name', 'query', 'expr', 'run',
]);

/** The document with the next text in place of every word in it; numbers, marks and the structure stay, so that it is still recognised. */
export function poison(value: unknown, next: () => string, field = ''): unknown {
  if (typeof value === 'string') return wordFields.has(field) ? next() : value;
  if (Array.isArray(value)) return value.map((each) => poison(each, next, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poison(each, next, key)]));
}

/** The texts in turn, again from the start; `turns` counts how often all were given. */
export function inTurn(texts: readonly string[]): { readonly next: () => string; readonly turns: () => number } {
  let given = 0;
  return { next: () => texts[given++ % texts.length] ?? '', turns: () => Math.floor(given / texts.length) };
}
