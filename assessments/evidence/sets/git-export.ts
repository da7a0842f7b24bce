import type { Fact, FactOf } from '../facts.ts';
import { revisionFact } from '../git/revision.ts';
import { type LogSummary, logSummarySchema } from '../importers/git-export/logged-commit.ts';
import { type RefSummary, refSummarySchema } from '../importers/git-export/refs.ts';
import type { Place } from '../place.ts';
import type { Assembler, Whole } from './assembler.ts';

/** The history of a repository out of its exported log and refs. A log that lists the changed files beats one that does not. */
export const gitExportSet: Assembler = {
  set: 'git-export',
  assemble: (whole) => ({ facts: [...historyOf(whole), ...revisionsOf(whole)], diagnostics: [] }),
};

type Told<Value> = { readonly value: Value; readonly place: Place };

function logsIn(whole: Whole): readonly Told<LogSummary>[] {
  const logs = whole.of('log').flatMap(({ value, place }) => {
    const read = logSummarySchema.safeParse(value);
    return read.success ? [{ value: read.data, place }] : [];
  });
  const rank = ({ value }: Told<LogSummary>): number => value.numbers.commits + (value.numbers.dataWithCode === null ? 0 : 0.5);
  return logs.toSorted((one, other) => rank(other) - rank(one));
}

function refsIn(whole: Whole): Told<RefSummary> | undefined {
  const fragment = whole.one('refs');
  const read = refSummarySchema.safeParse(fragment?.value);
  return fragment === undefined || !read.success ? undefined : { value: read.data, place: fragment.place };
}

function historyOf(whole: Whole): readonly FactOf<'code.history'>[] {
  const [log, ...others] = logsIn(whole);
  if (log === undefined) return [];
  const refs = refsIn(whole);
  const tagged = log.value.revisions.flatMap(({ tags }) => tags);
  const fromLog = { branches: log.value.branch === null ? [] : [log.value.branch], tags: tagged, branchCount: log.value.branch === null ? 0 : 1, tagCount: tagged.length, versionTags: tagged.length };
  return [{
    type: 'code.history', place: log.place, also: [...others, ...(refs === undefined ? [] : [refs]), ...whole.of('merges')].map(({ place }) => place),
    repository: null, branch: log.value.branch, complete: log.value.complete,
    ...log.value.numbers, ...(refs?.value.numbers ?? fromLog),
  }];
}

/** The commits that HEAD and tags name: by the log with their titles, by the refs alone for tags the log does not show. */
function revisionsOf(whole: Whole): readonly Fact[] {
  const [log] = logsIn(whole);
  const refs = refsIn(whole);
  const shown = new Set(log?.value.revisions.flatMap(({ tags }) => tags));
  const logged = (log?.value.revisions ?? []).map(({ line, ...revision }) => revisionFact(lineOf(log?.place, line), null, revision));
  const listed = (refs?.value.tags ?? []).filter(({ name }) => !shown.has(name)).map(({ name, commit, at, line }) => (
    revisionFact(lineOf(refs?.place, line), null, { commit, tags: [name], branch: null, message: null, merge: null, signed: null, at })
  ));
  return [...logged, ...listed];
}

function lineOf(place: Place | undefined, line: number): Place {
  return { file: place?.file ?? '', lines: [line, line] };
}
