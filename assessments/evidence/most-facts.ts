import { diagnostic } from './diagnostics.ts';
import type { Fact, FactType } from './facts.ts';
import type { Diagnostic } from './file.ts';

/** More facts of one type than this are not taken from one file. */
const most = 500;

/** The first facts of each type, and a diagnostic that says how many there were where some were left out. */
export function mostFacts(path: string, facts: readonly Fact[]): { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[] } {
  const seen = new Map<FactType, number>();
  const kept = facts.filter(({ type }) => {
    seen.set(type, (seen.get(type) ?? 0) + 1);
    return (seen.get(type) ?? 0) <= most;
  });
  const beyond = [...seen].filter(([, count]) => count > most).map(([type, count]) => `${type}: ${most} / ${count}`);
  return { facts: kept, diagnostics: beyond.length === 0 ? [] : [diagnostic('partial', path, { detail: beyond.join(', ') })] };
}
