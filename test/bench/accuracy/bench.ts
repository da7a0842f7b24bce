/**
 * How often the suggestions are right: the pack `model-delivery` against what an assessor granted after reading the
 * repositories (`expectations/`), as precision and recall with counts; every miss and every wrong suggestion is listed.
 * Expectations corrected after a second look into the files count as corrected; `--first` takes them as first written.
 * Run: node test/bench/accuracy/bench.ts [--first] [folder of the reference repositories]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Suggestion } from '#assessments';
import { type Expected, type Judged, judge, told } from './judge.ts';

type Grants = Readonly<Record<string, readonly [Expected, string]>>;
type Expectations = { readonly repository: string; readonly expected: Grants; readonly revised?: Grants };

const root = join(import.meta.dirname, '../../..');
const first = process.argv.includes('--first');
const corpus = process.argv.slice(2).find((argument) => argument !== '--first') ?? join(root, '../shared/corpus/open/13_reference_repos');
const texts = join(import.meta.dirname, 'expectations');

const rows = readdirSync(texts).sort().flatMap((name) => judgedRepository(name));
if (rows.length === 0) throw new Error('give the folder with the reference repositories');
console.log(told('all', rows));

function judgedRepository(name: string): readonly Judged[] {
  const { repository, expected: written, revised = {} } = load(readFileSync(join(texts, name), 'utf8')) as Expectations;
  const expected: Grants = first ? written : { ...written, ...revised };
  if (!existsSync(join(corpus, repository))) return [];
  const said = suggestionsOf(join(corpus, repository));
  const unknown = Object.keys(expected).filter((id) => said.every(({ requirement }) => requirement !== id));
  if (unknown.length > 0) throw new Error(`${name} expects of requirements that are not in the pack: ${unknown.join(', ')}`);
  const judged = said.map((suggestion) => judge(suggestion, expected[suggestion.requirement]?.[0] ?? 'none'));
  console.log([told(repository, judged), ...judged.flatMap((row) => listed(row, expected[row.requirement]?.[1]))].join('\n'));
  return judged;
}

/** A wrong suggestion or a miss as a line, with what the assessor saw. */
function listed({ requirement, said, expected, verdict, strength }: Judged, seen = ''): readonly string[] {
  if (verdict !== 'wrong' && verdict !== 'missed') return [];
  return [`  ${verdict.padEnd(6)} ${requirement.padEnd(10)} says ${said.padEnd(8)} ${(strength ?? '').padEnd(8)} expected ${expected.padEnd(13)} ${seen}`];
}

function suggestionsOf(folder: string): readonly Suggestion[] {
  const output = execFileSync(process.execPath, [join(root, 'bin/maturity.mjs'), 'suggest', folder, '--json'], { encoding: 'utf8', maxBuffer: 256 * 1024 ** 2 });
  return (JSON.parse(output) as { readonly suggestions: readonly Suggestion[] }).suggestions;
}
