import { compileChecks, knownChecks, suggest, type Fact, type Suggestion } from '#assessments';
import { type Gathered, gather } from '../gather.ts';
import { Refusal } from '../refusal.ts';
import { factPlace } from '../fact-place.ts';
import type { FactsDocument, SuggestDocument } from '../shapes.ts';
import { type Terminal, printJson } from '../terminal.ts';
import { atWork, builtInPack, packNamed, type Workplace } from '../workplace.ts';

type Options = { readonly json: boolean; readonly pack?: string };

/** Reads files, folders and archives and prints the facts with their places. */
export function facts(terminal: Terminal, paths: readonly string[], { json }: Options): Promise<number> {
  return atWork(async (workplace) => {
    const gathered = await gather(terminal, workplace, paths);
    if (json) printJson(terminal, factsDocument(gathered));
    else printFacts(terminal, gathered);
    return 0;
  });
}

/** As `facts`, and what the checks of a pack suggest. */
export function suggestions(terminal: Terminal, paths: readonly string[], { json, pack }: Options): Promise<number> {
  return atWork(async (workplace) => {
    const program = programOf(workplace, packNamed(terminal, pack));
    const gathered = await gather(terminal, workplace, paths);
    const found = suggest(program, gathered.facts);
    if (json) printJson(terminal, { ...factsDocument({ ...gathered, diagnostics: [...gathered.diagnostics, ...found.diagnostics] }), suggestions: found.suggestions.map(suggestionDocument) });
    else printSuggestions(terminal, found.suggestions, gathered.facts);
    return 0;
  });
}

function programOf(workplace: Workplace, pack: string | undefined) {
  const found = builtInPack(workplace, pack);
  if (found.compiled === true) return knownChecks(found.pack);
  const compiled = compileChecks(found.pack);
  if (!compiled.ok) throw new Refusal({ zh: '标准包中的检查规则有误；请运行 maturity catalogue check 查看。', en: 'The checks of this pack are not right; see maturity catalogue check.' });
  return compiled.value;
}

function factsDocument({ entries, readings, facts: found, diagnostics }: Gathered): FactsDocument {
  const importers = new Map(readings.map(({ path, importer }) => [path, importer]));
  return {
    files: entries.map(({ path, artefact, size, mediaType, encoding }) => ({ path, artefact, size, mediaType, encoding, importer: importers.get(path) ?? null })),
    facts: [...found],
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic })) as FactsDocument['diagnostics'],
  };
}

function suggestionDocument({ requirement, rating, strength, conflict, checks, missing, unchecked }: Suggestion): SuggestDocument['suggestions'][number] {
  return {
    requirement, rating, strength, conflict, unchecked, missing: [...missing],
    checks: checks.map(({ id, facts: cited, outcome, suggests, strength: how, count, says }) => ({ id, facts: [...cited], outcome, suggests, strength: how, count, ...says })),
  };
}

function printFacts(terminal: Terminal, { entries, readings, facts: found, diagnostics }: Gathered): void {
  for (const fact of found) terminal.out(`${fact.type}  ${factPlace(fact)}`);
  for (const { path, ...sentence } of diagnostics) terminal.out(`! ${path}: ${sentence[terminal.language]}`);
  const read = readings.filter(({ importer }) => importer !== null).length;
  terminal.out({ zh: `文件 ${entries.length} 个，其中识别 ${read} 个；事实 ${found.length} 条；提示 ${diagnostics.length} 条。`, en: `${entries.length} files, ${read} of them recognised; ${found.length} facts; ${diagnostics.length} diagnostics.` }[terminal.language]);
}

function printSuggestions(terminal: Terminal, found: readonly Suggestion[], all: readonly Fact[]): void {
  for (const { requirement, rating, conflict, checks, missing } of found.filter((suggestion) => suggestion.checks.length > 0)) {
    terminal.out(`${requirement}  ${rating ?? '–'}${conflict ? { zh: '（有冲突）', en: ' (conflict)' }[terminal.language] : ''}`);
    for (const check of checks) terminal.out(`    ${checkLine(terminal, check, all)}`);
    for (const lack of missing) terminal.out(`    … ${lack[terminal.language]}`);
  }
}

function checkLine({ language }: Terminal, { outcome, says, facts: cited }: Suggestion['checks'][number], all: readonly Fact[]): string {
  const first = all[cited[0] ?? -1];
  return `${outcome === 'supports' ? '+' : '−'} ${says[language]}${first === undefined ? '' : `  (${factPlace(first)})`}`;
}
