import { type GitFiles, gitText, hashPattern } from './git-files.ts';

/** Where a ref points: `peeled` is the commit behind an annotated tag, where the file of packed refs says so. */
export type RawRef = { readonly full: string; readonly hash: string; readonly peeled: string | null };

/** All refs by full name, a file of its own before the list of packed ones, sorted by name. Symbolic ones are followed. */
export function rawRefs(files: GitFiles, most: number): { readonly refs: readonly RawRef[]; readonly cut: boolean } {
  const refs = new Map<string, RawRef>(packedRefs(gitText(files, 'packed-refs') ?? '').map((ref) => [ref.full, ref]));
  const symbolic: (readonly [full: string, target: string])[] = [];
  for (const name of files.keys()) {
    if (!name.startsWith('refs/')) continue;
    const text = (gitText(files, name) ?? '').slice(0, 1_000).trim();
    const target = /^ref: (refs\/\S+)$/.exec(text)?.[1];
    if (target !== undefined) symbolic.push([name, target]);
    else if (hashPattern.test(text)) refs.set(name, { full: name, hash: text, peeled: null });
  }
  for (const [full, target] of symbolic) {
    const found = refs.get(target);
    if (found !== undefined) refs.set(full, { ...found, full });
  }
  const sorted = [...refs.values()].sort((one, other) => (one.full < other.full ? -1 : 1));
  return { refs: sorted.slice(0, most), cut: sorted.length > most };
}

function packedRefs(text: string): readonly RawRef[] {
  const refs: RawRef[] = [];
  for (const line of text.split('\n')) {
    const [, hash, full] = /^([0-9a-f]{40}(?:[0-9a-f]{24})?) (refs\/\S+)\s*$/.exec(line) ?? [];
    const peeled = /^\^([0-9a-f]{40}(?:[0-9a-f]{24})?)\s*$/.exec(line)?.[1];
    const last = refs.at(-1);
    if (hash !== undefined && full !== undefined) refs.push({ full, hash, peeled: null });
    else if (peeled !== undefined && last !== undefined) refs[refs.length - 1] = { ...last, peeled };
  }
  return refs;
}

/** The branch that HEAD names, or the commit where it names none. */
export function headOf(files: GitFiles): { readonly branch: string | null; readonly commit: string | null } {
  const text = (gitText(files, 'HEAD') ?? '').slice(0, 1_000).trim();
  const branch = /^ref: refs\/heads\/(\S+)$/.exec(text)?.[1] ?? null;
  return { branch, commit: hashPattern.test(text) ? text : null };
}
