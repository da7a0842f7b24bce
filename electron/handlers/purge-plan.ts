import type { AssessmentState, EvidenceFile } from '#assessments';

/** What a purge is to remove; or the first file that keeps the same bytes and was not chosen. */
export type PurgePlan = { readonly kind: 'plan'; readonly artefacts: readonly string[]; readonly files: readonly PurgedFile[] } | { readonly kind: 'kept'; readonly by: string } | { readonly kind: 'unknown'; readonly path: string };
export type PurgedFile = { readonly intake: string; readonly path: string };

type File = EvidenceFile & { readonly intake: string };

/**
 * What has to go with the chosen files. An archive holds the bytes of its members, so it goes with any of them; and with
 * an archive go all of its members, but for bytes that a file elsewhere keeps. Bytes of a chosen file that a file
 * elsewhere keeps cannot go: whoever chooses must choose that one too, or remove it first.
 */
export function planPurge(state: AssessmentState, wanted: readonly PurgedFile[]): PurgePlan {
  const all: readonly File[] = state.intakes.flatMap(({ id, files }) => files.map((file) => ({ ...file, intake: id })));
  const known = new Map(all.map((file) => [keyOf(file), file]));
  const stranger = wanted.find((file) => !known.has(keyOf(file)));
  if (stranger !== undefined) return { kind: 'unknown', path: stranger.path };

  const named = wanted.flatMap(({ intake, path }) => [path, ...archivesOf(path)].map((one) => keyOf({ intake, path: one })));
  const chosen = new Set(named.flatMap((key) => known.get(key) ?? []));
  const archives = wanted.map((file) => `${keyOf(file)}!/`);
  const members = all.filter((file) => archives.some((begins) => keyOf(file).startsWith(begins)));
  const going = new Set([...chosen, ...members]);
  const kept = new Map(all.filter((file) => !going.has(file)).map(({ artefact, path }) => [artefact, path]));
  const keeper = [...chosen].find(({ artefact }) => kept.has(artefact));
  if (keeper !== undefined) return { kind: 'kept', by: kept.get(keeper.artefact) ?? '' };

  const files = [...going].filter(({ artefact }) => !kept.has(artefact));
  return { kind: 'plan', artefacts: [...new Set(files.map(({ artefact }) => artefact))], files: files.map(({ intake, path }) => ({ intake, path })) };
}

function keyOf({ intake, path }: PurgedFile): string {
  return `${intake}/${path}`;
}

/** The archives a member lies in, the outermost first: `a.zip` and `a.zip!/b.zip` of `a.zip!/b.zip!/c`. */
export function archivesOf(path: string): readonly string[] {
  return [...path.matchAll(/!\//g)].map(({ index }) => path.slice(0, index));
}
