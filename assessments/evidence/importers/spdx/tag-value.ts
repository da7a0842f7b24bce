import type { Bom, BomComponent } from '../../bom/bom.ts';
import { statedLicence, supplierName } from '../../bom/written.ts';
import { instantOf } from '../../instant.ts';
import { linesOf } from '../../text-lines.ts';
import { toolsAmong } from './document.ts';

type Tag = { readonly tag: string; readonly value: string; readonly line: number };

export function isTagValue(text: string | null): boolean {
  return text !== null && /^SPDXVersion:[ \t]*SPDX-2\./m.test(text.slice(0, 4_000)) && /^DataLicense:|^DocumentNamespace:|^PackageName:/m.test(text.slice(0, 20_000));
}

/** An SPDX 2.x document of `Tag: value` lines; files are not counted, packages are. */
export function bomOfTagValue(file: string, text: string): Bom {
  const lines = linesOf(text);
  const tags = tagsIn(lines);
  const first = (tag: string) => tags.find((one) => one.tag === tag)?.value ?? null;
  const relationships = tags.filter(({ tag }) => tag === 'Relationship').map(({ value }) => value.split(/\s+/));
  const describing = relationships.filter(([, type]) => type === 'DESCRIBES');
  const described = new Set(describing.map(([, , to]) => to));
  const components = packagesIn(tags, lines.length).map((own) => componentOf(file, own.tags, own.last));
  const subject = components.find(({ reference }) => described.has(reference)) ?? null;
  return {
    place: { file, lines: [1, lines.length] }, format: 'spdx', formatVersion: first('SPDXVersion'), documentId: first('DocumentNamespace'),
    subject, components,
    relations: relationships.length - describing.length, vulnerabilities: tags.filter(({ tag, value }) => tag === 'ExternalRef' && /^SECURITY\s+advisory\s/.test(value)).length, analysed: 0, complete: null, signed: false,
    tools: toolsAmong(tags.filter(({ tag }) => tag === 'Creator').map(({ value }) => value)), at: instantOf(first('Created')), edges: [],
  };
}

/** Text between `<text>` and `</text>` may run over lines and holds no tags. */
function tagsIn(lines: readonly string[]): readonly Tag[] {
  const tags: Tag[] = [];
  let inText = false;
  for (const [index, line] of lines.entries()) {
    const [, tag, value = ''] = inText ? [] : /^\s*([A-Za-z]{3,60}):\s*(.*)$/.exec(line) ?? [];
    if (tag !== undefined) tags.push({ tag, value: value.trim().slice(0, 2_000).toWellFormed(), line: index + 1 });
    const opens: number = inText ? 0 : line.indexOf('<text>');
    inText = opens !== -1 && !line.includes('</text>', opens);
  }
  return tags;
}

/** The tags of each package, up to the next package, file or snippet. */
function packagesIn(tags: readonly Tag[], lastLine: number): readonly { readonly tags: readonly Tag[]; readonly last: number }[] {
  const starts = tags.flatMap(({ tag }, index) => (/^(?:PackageName|FileName|SnippetSPDXID)$/.test(tag) ? [index] : []));
  return starts.flatMap((start, index) => {
    const end = starts[index + 1];
    return tags[start]?.tag === 'PackageName' ? [{ tags: tags.slice(start, end), last: end === undefined ? lastLine : (tags[end]?.line ?? lastLine + 1) - 1 }] : [];
  });
}

function componentOf(file: string, tags: readonly Tag[], last: number): BomComponent {
  const all = (tag: string) => tags.filter((one) => one.tag === tag).map(({ value }) => value);
  const first = (tag: string) => all(tag)[0] ?? null;
  const references = all('ExternalRef');
  return {
    place: { file, lines: [tags[0]?.line ?? 1, last] }, reference: first('SPDXID') ?? '', kind: first('PrimaryPackagePurpose') === 'CONTAINER' ? 'container' : 'other',
    name: first('PackageName') ?? '', version: first('PackageVersion') || null,
    licence: statedLicence([first('PackageLicenseConcluded'), first('PackageLicenseDeclared')]), supplier: supplierName(first('PackageSupplier')),
    purl: references.map((reference) => /\spurl\s+(\S+)/.exec(reference)?.[1]).find((purl) => purl !== undefined) ?? null,
    identified: references.some((reference) => /\s(?:purl|cpe2[23]Type|swid)\s/.test(reference)),
    digests: all('PackageChecksum').map((checksum) => checksum.replace(/^[A-Z0-9-]+:\s*/, '')), model: null,
  };
}
