import { isWholeCommit } from '../digest.ts';
import type { FactOf } from '../facts.ts';
import { imageReference } from '../image-reference.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { repositoryName } from '../repository-name.ts';
import { type Finding, findingCounts, kindOfTool } from '../scan/scan-report.ts';
import { type Spot, at, items, placeOf, rootSpots, textAt } from '../spot.ts';
import { type Rules, levelOf, ruleOf, rulesOf } from './sarif/levels.ts';

/** SARIF 2.1.0 (and 2.0): one fact for each run of a tool, also where it found nothing. */
export const sarif: Importer = {
  id: 'sarif',
  title: { zh: 'SARIF 扫描结果', en: 'SARIF scan results' },
  recognises: (file, documents) => rootSpots(file.path, documents).some(isSarif),
  read: (file, documents) => ({ facts: rootSpots(file.path, documents).filter(isSarif).flatMap((root) => items(at(root, 'runs')).filter(hasTool).map(runFact)), diagnostics: [] }),
};

function isSarif(root: Spot): boolean {
  return /^2\./.test(textAt(root, 'version') ?? '') && items(at(root, 'runs')).some(hasTool);
}

function hasTool(run: Spot): boolean {
  return textAt(run, 'tool', 'driver', 'name') !== null;
}

function runFact(run: Spot): FactOf<'scan.result'> {
  const driver = at(run, 'tool', 'driver');
  const rules = rulesOf(run);
  const results = items(at(run, 'results')).filter((result) => textAt(result, 'baselineState') !== 'absent');
  const [suppressed = [], counting = []] = [true, false].map((wanted) => results.filter((result) => isSuppressed(result) === wanted).flatMap((result) => findingsOf(result, rules)));
  const tool = textAt(driver, 'name') ?? '';
  return {
    type: 'scan.result', place: placeOf(run), also: [],
    tool, toolVersion: textAt(driver, 'semanticVersion') ?? textAt(driver, 'version'), kind: kindOfRun(tool, run),
    ...origin(run), ...imageOf(run),
    ...findingCounts(counting), suppressed: suppressed.length,
    rules: rules.count, files: filesIn(run), executed: wasExecuted(run), at: endOf(run),
  };
}

function findingsOf(result: Spot, rules: Rules): readonly Finding[] {
  const severity = levelOf(result, rules);
  return severity === null ? [] : [{ rule: ruleOf(result, rules), severity }];
}

/** A suppression that was only asked for or refused does not count. */
function isSuppressed(result: Spot): boolean {
  const states = items(at(result, 'suppressions')).map((suppression) => textAt(suppression, 'status') ?? textAt(suppression, 'state') ?? 'accepted');
  return states.length > 0 && states.every((state) => state === 'accepted');
}

/** One tool can scan images and folders: its run says which. */
function kindOfRun(tool: string, run: Spot): FactOf<'scan.result'>['kind'] {
  const kind = kindOfTool(tool);
  return kind === 'dependency' && textAt(run, 'properties', 'imageName') !== null ? 'container' : kind;
}

function origin(run: Spot): Pick<FactOf<'scan.result'>, 'repository' | 'commit'> {
  const [from] = items(at(run, 'versionControlProvenance'));
  const commit = from === undefined ? null : textAt(from, 'revisionId');
  return { repository: from === undefined ? null : repositoryName(textAt(from, 'repositoryUri')), commit: commit !== null && isWholeCommit(commit) ? commit : null };
}

function imageOf(run: Spot): Pick<FactOf<'scan.result'>, 'image' | 'imageDigest'> {
  const properties = at(run, 'properties');
  const written = textAt(properties, 'imageName');
  const [digested] = items(at(properties, 'repoDigests')).map((item) => textAt(item)).filter((text) => text !== null);
  const named = imageReference(digested ?? written ?? '');
  return { image: named.image === '' ? null : named.image, imageDigest: named.digest };
}

function filesIn(run: Spot): number | null {
  const artifacts = items(at(run, 'artifacts'));
  return artifacts.length === 0 ? null : artifacts.length;
}

function wasExecuted(run: Spot): boolean {
  return items(at(run, 'invocations')).every((invocation) => textAt(invocation, 'executionSuccessful') !== 'false');
}

function endOf(run: Spot): string | null {
  const invocations = items(at(run, 'invocations'));
  return invocations.map((invocation) => instantOf(textAt(invocation, 'endTimeUtc') ?? textAt(invocation, 'startTimeUtc'))).find((moment) => moment !== null) ?? null;
}
