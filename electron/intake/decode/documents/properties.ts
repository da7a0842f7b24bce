import { type DecodedDocument, instantOf } from '#assessments';
import type { Parts } from '../xlsx/parts.ts';
import { nameOf } from './read-document.ts';

/** What a document says of itself in its properties. Names of people are in the same part, and dropped. */
export type Properties = Pick<DecodedDocument, 'title' | 'tool' | 'createdAt' | 'updatedAt' | 'pages'>;

const longest = 2_000;

/** The texts of elements that are asked for, by their name: the first of each. */
async function textsOf(parts: Parts, part: string, wanted: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  let current: string | null = null;
  await parts.run(part, {
    open: (name) => { current = wanted.includes(name) && !texts.has(name) ? name : null; },
    text: (text) => { if (current !== null) texts.set(current, `${texts.get(current) ?? ''}${text}`.slice(0, longest)); },
    close: () => { current = null; },
  });
  return texts;
}

/** The properties of an Office Open document; `counted`: the name under which it states its pages. */
export async function officeProperties(parts: Parts, counted: 'Pages' | 'Slides'): Promise<Properties> {
  const core = await textsOf(parts, 'docProps/core.xml', ['title', 'created', 'modified']);
  const app = await textsOf(parts, 'docProps/app.xml', ['Application', counted]);
  return {
    title: nameOf(core.get('title')), tool: nameOf(app.get('Application')), createdAt: instantOf(core.get('created') ?? null), updatedAt: instantOf(core.get('modified') ?? null),
    pages: numberOf(app.get(counted)),
  };
}

/** The properties of an OpenDocument file. */
export async function openProperties(parts: Parts): Promise<Properties> {
  const texts = await textsOf(parts, 'meta.xml', ['title', 'generator', 'creation-date', 'date']);
  let pages: number | null = null;
  await parts.run('meta.xml', { open: (name, attribute) => { if (name === 'document-statistic') pages ??= numberOf(attribute('page-count')); } });
  return { title: nameOf(texts.get('title')), tool: nameOf(texts.get('generator')), createdAt: instantOf(texts.get('creation-date') ?? null), updatedAt: instantOf(texts.get('date') ?? null), pages };
}

function numberOf(written: string | undefined): number | null {
  return written !== undefined && /^\s*\d{1,7}\s*$/.test(written) ? Number(written) : null;
}
