import type { FactOf } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import type { Documents } from '../documents.ts';
import { type Entry, entriesOf } from './changelog/entries.ts';
import { breaks, itemsOf, topicsOf } from './changelog/items.ts';

/** Changelogs and release notes: one heading per version, whatever their style (Keep a Changelog, conventional commits, free). */
export const changelog: Importer = {
  id: 'changelog',
  title: { zh: '变更日志与发布说明', en: 'Changelog and release notes' },
  recognises: (file, documents) => isChangelog(file, documents),
  read: ({ path, text }) => ({ facts: entriesOf(text ?? '').map((entry) => entryFact(path, entry)), diagnostics: [] }),
};

/** The name says what it is; a policy of releases, or a guide how to make one, has no headings of versions. */
function isChangelog({ path, text }: SourceFile, { kind }: Documents): boolean {
  const named = /(?:^|\/)(?:changelog|changes|history|news|releases?|release[-_ ]?notes?|whatsnew)(?:[-_.][^/]*)?$/i.test(path) && !/\.(?:ya?ml|json|toml|xml|csv|py|sh|js|ts|html?)$/i.test(path);
  return named && text !== null && (kind === 'markdown' || kind === 'none') && entriesOf(text).length > 0;
}

function entryFact(file: string, entry: Entry): FactOf<'changelog.entry'> {
  const items = itemsOf(entry.body);
  return {
    type: 'changelog.entry', place: { file, lines: entry.lines }, also: [],
    version: entry.version, released: entry.released, file,
    sections: [...new Set(entry.sections)].slice(0, 50),
    items: items.length, linked: items.filter(({ linked }) => linked).length,
    breaking: breaks(entry.body), about: topicsOf(items.map(({ text }) => text).join('\n')),
    at: entry.at,
  };
}
