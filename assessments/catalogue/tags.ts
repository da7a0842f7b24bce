import type { z } from 'zod';
import { type Group, type Requirement, type TagKind, type TagTerm, type subItemFile, tagKinds } from './pack.ts';
import type { PackSource, PackSources } from './pack-source.ts';
import { type CatalogueProblem, catalogueProblem } from './problem.ts';

type Vocabulary = Readonly<Record<TagKind, readonly TagTerm[]>>;
type SubItem = z.infer<typeof subItemFile>;
type Tags = NonNullable<Requirement['tags']>;

/**
 * The tags of one kind that a requirement carries: its own, or its sub-item's where it names none of that kind.
 * The Chinese terms of the pack's vocabulary.
 */
export function tagsOf(requirement: Pick<Requirement, 'tags'>, group: Pick<Group, 'tags'>, kind: TagKind): readonly string[] {
  const own = requirement.tags?.[kind] ?? [];
  return own.length > 0 ? own : (group.tags?.[kind] ?? []);
}

/** A sub-item whose tags are called by their own names, whatever alias its author used. */
export function tagged(subItem: SubItem, vocabulary: Vocabulary): SubItem {
  return {
    ...subItem,
    ...(subItem.tags === undefined ? {} : { tags: byName(subItem.tags, vocabulary) }),
    requirements: subItem.requirements.map((requirement) => (requirement.tags === undefined ? requirement : { ...requirement, tags: byName(requirement.tags, vocabulary) })),
  };
}

function byName(tags: Tags, vocabulary: Vocabulary): Tags {
  const named = (kind: TagKind) => [...new Set(tags[kind].map((tag) => vocabulary[kind].find((term) => namesOf(term).includes(tag))?.zh ?? tag))];
  return { capability: named('capability'), pipeline: named('pipeline'), principle: named('principle') };
}

function namesOf({ zh, aliases }: TagTerm): readonly string[] {
  return [zh, ...aliases];
}

/** Tags that the vocabulary of pack.yaml does not have, and terms it has twice. A kind without a vocabulary takes any tag. */
export function tagProblems({ head, subItems }: PackSources): readonly CatalogueProblem[] {
  const vocabulary = head.content.tags;
  return [
    ...tagKinds.flatMap((kind) => repeatedTerms(head, kind)),
    ...subItems.flatMap((source) => [
      ...unknownTags(source, vocabulary, source.content.tags, '/tags'),
      ...source.content.requirements.flatMap(({ id, tags }, index) => unknownTags(source, vocabulary, tags, `/requirements/${index}/tags`, id)),
    ]),
  ];
}

function repeatedTerms({ path, content, lineOf }: PackSources['head'], kind: TagKind): readonly CatalogueProblem[] {
  const known = new Set<string>();
  return content.tags[kind].flatMap((term, index) => namesOf(term).flatMap((tag) => {
    const pointer = `/tags/${kind}/${index}`;
    if (known.has(tag)) return [catalogueProblem('repeated-tag', { path, pointer, line: lineOf(pointer) }, { field: kind, tag })];
    known.add(tag);
    return [];
  }));
}

function unknownTags({ path, lineOf }: PackSource<unknown>, vocabulary: Vocabulary, tags: Tags | undefined, at: string, requirement?: string): readonly CatalogueProblem[] {
  if (tags === undefined) return [];
  return tagKinds.flatMap((kind) => {
    const terms = vocabulary[kind];
    const known = new Set(terms.flatMap(namesOf));
    if (terms.length === 0) return [];
    return tags[kind].flatMap((tag, index) => {
      if (known.has(tag)) return [];
      const pointer = `${at}/${kind}/${index}`;
      const place = { path, pointer, line: lineOf(pointer), ...(requirement === undefined ? {} : { requirement }) };
      return [catalogueProblem('unknown-tag', place, { field: kind, tag, known: { zh: terms.map(({ zh }) => zh).join('、'), en: terms.map(({ zh }) => zh).join(', ') } })];
    });
  });
}
