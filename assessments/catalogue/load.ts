import type { z } from 'zod';
import { type Result, fail, ok } from '../result.ts';
import { packHash } from './hash.ts';
import { type Group, type GroupNode, type Pack, type PackText, actionsFile, packFile, subItemFile } from './pack.ts';
import { type CatalogueProblem, catalogueProblem, isError } from './problem.ts';
import { type PackSources, readSource } from './pack-source.ts';
import { crossCheck } from './references.ts';
import { tagged } from './tags.ts';

/**
 * A pack that was read. `pack` is null where an error keeps it from being used; `draft` is what could be read of it all
 * the same (null without a sound pack.yaml), so that the checks of one file are judged while another is broken, and
 * `whole` says whether every file was.
 */
export type PackReading = { readonly pack: Pack | null; readonly draft: Pack | null; readonly whole: boolean; readonly sources: PackSources | null; readonly problems: readonly CatalogueProblem[] };

/**
 * The pack that the texts describe: pack.yaml, actions.yaml and one YAML file per sub-item or clause group, in any
 * folder. Fails with every error found; warnings are told by `checkCatalogue`.
 */
export function loadPack(texts: readonly PackText[]): Result<Pack, readonly CatalogueProblem[]> {
  const { pack, problems } = readPack(texts);
  return pack === null ? fail(problems.filter(isError)) : ok(pack);
}

/** As `loadPack`, with the warnings and with the places of everything read. */
export function readPack(texts: readonly PackText[]): PackReading {
  const { sources, problems } = readSources(texts);
  if (sources === null) return { pack: null, draft: null, whole: false, sources, problems };

  const whole = !problems.some(isError);
  const all = whole ? [...problems, ...crossCheck(sources)] : problems;
  const draft = assemble(sources, packHash(texts));
  return { pack: all.some(isError) ? null : draft, draft, whole, sources, problems: all };
}

function readSources(texts: readonly PackText[]): { readonly sources: PackSources | null; readonly problems: readonly CatalogueProblem[] } {
  const problems = strangePaths(texts);
  const take = <Content>(read: Result<Content, readonly CatalogueProblem[]>): readonly Content[] => {
    if (read.ok) return [read.value];
    problems.push(...read.problem);
    return [];
  };

  const [head] = texts.filter(({ path }) => path === 'pack.yaml').flatMap((text) => take(readSource(text, packFile)));
  const [actions] = texts.filter(({ path }) => path === 'actions.yaml').flatMap((text) => take(readSource(text, actionsFile)));
  const subItems = texts.filter(({ path }) => isYaml(path) && path !== 'pack.yaml' && path !== 'actions.yaml').flatMap((text) => take(readSource(text, subItemFile)));
  if (!texts.some(({ path }) => path === 'pack.yaml')) problems.push(catalogueProblem('no-pack-file', {}, {}));
  return { sources: head === undefined ? null : { head, subItems, actions: actions ?? null }, problems };
}

function strangePaths(texts: readonly PackText[]): CatalogueProblem[] {
  const paths = texts.map(({ path }) => path);
  return paths.flatMap((path, index) => {
    if (paths.indexOf(path) < index) return [catalogueProblem('duplicate-path', { path }, { path })];
    return isYaml(path) ? [] : [catalogueProblem('unread-file', { path }, { path })];
  });
}

function isYaml(path: string): boolean {
  return path.endsWith('.yaml') || path.endsWith('.yml');
}

function assemble({ head, subItems, actions }: PackSources, hash: string): Pack {
  const { id, edition, kind, zh, en, labels, levels, disclaimer, notes, licensed = null, tags, organisationTypes } = head.content;
  const written = new Map(subItems.map(({ content }) => [content.subItem, tagged(content, tags)]));
  const groups = head.content.groups.flatMap((node) => flatten(node, null, written));
  return { id, edition, kind, hash, zh, en, labels, levels, disclaimer, notes, licensed, tags, organisationTypes, groups, actions: actions?.content.actions ?? [] };
}

type Content = Pick<Group, 'definition' | 'source' | 'tags' | 'inherited' | 'requirements' | 'notes'>;
const notYetWritten: Content = { definition: null, source: [], tags: null, inherited: [], requirements: [], notes: [] };

function flatten(node: GroupNode, parent: string | null, written: ReadonlyMap<string, z.infer<typeof subItemFile>>): readonly Group[] {
  const { id, kind, zh, en, aliases = [], notes = [], children = [] } = node;
  const { definition, source, tags = null, inherited, requirements, notes: more } = written.get(id) ?? notYetWritten;
  const group: Group = {
    id, kind, zh, en, parent, children: children.map((child) => child.id), aliases, notes: [...notes, ...more],
    definition, source, tags, inherited, requirements,
  };
  return [group, ...children.flatMap((child) => flatten(child, id, written))];
}
