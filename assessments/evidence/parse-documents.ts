import { delimitedRows, delimiterOf } from './delimited-rows.ts';
import type { Documents } from './documents.ts';
import type { SourceFile } from './file.ts';
import { jsonDocument } from './json-document.ts';
import { jsonLines, opensLikeJsonLines } from './json-lines.ts';
import { markdownDocument } from './markdown-document.ts';
import { type StructureFault, structureLimits } from './structure-limits.ts';
import { templateLine } from './templating.ts';
import { tomlDocument } from './toml-document.ts';
import { xmlDocument } from './xml-document.ts';
import { yamlDocuments } from './yaml-documents.ts';

/**
 * The structured content of a file: decided by content first, confirmed by name. Never throws. A text that neither
 * begins like a structured format nor is named so is `none`; one that claims to be structured and does not parse is `broken`.
 */
export function parseDocuments(file: SourceFile): Documents {
  const { text, decoded } = file;
  if (text === null || decoded?.kind === 'document') return { kind: 'none' };
  if (text.trim() === '') return { kind: 'broken', reason: 'empty', line: null };

  const claim = claimOf(file.path, text);
  if (text.length > structureLimits.characters) return isStructured(claim) ? { kind: 'broken', reason: 'too-large', line: null } : { kind: 'none' };
  return claim.named === null ? fromContent(text, claim) : byName[claim.named](text, claim);
}

const byName: Readonly<Record<Named, (text: string, claim: Claim) => Documents>> = {
  json: fromJson, yaml: fromContent, xml: fromContent, ndjson: fromJsonLines, toml: fromToml, rows: fromRows,
  markdown: (text) => ({ kind: 'markdown', markdown: markdownDocument(text) }),
};

function fromContent(text: string, claim: Claim): Documents {
  if (claim.opensLikeXml) return fromXml(text, claim);
  return claim.opensLikeJson ? fromJson(text, claim) : fromYaml(text, claim);
}

type Named = 'json' | 'yaml' | 'ndjson' | 'toml' | 'xml' | 'markdown' | 'rows';

type Claim = {
  /** What the name says, without a template suffix such as `.tmpl`. */
  readonly named: Named | null;
  /** Named as a text to be read by people. */
  readonly prose: boolean;
  readonly opensLikeJson: boolean;
  /** The opening cannot well be anything but JSON: `{"key":` or `[{"`. */
  readonly jsonBody: boolean;
  /** An XML declaration, or a tag in a file that is named as XML; pages for browsers are not meant. */
  readonly opensLikeXml: boolean;
};

const names: readonly (readonly [RegExp, Named])[] = [
  [/\.(?:ya?ml|dvc)$|(?:^|\/)(?:dvc\.lock|mlmodel|mlproject)$/, 'yaml'],
  [/\.(?:json|sarif|ipynb)$/, 'json'],
  [/\.(?:jsonl|ndjson)$/, 'ndjson'],
  [/\.toml$|(?:^|\/)(?:poetry|uv|pdm|cargo)\.lock$|(?:^|\/)pipfile$/, 'toml'],
  [/\.(?:xml|trx|cobertura|jacoco|junit)$/, 'xml'],
  [/\.(?:md|mdx|markdown)$/, 'markdown'],
  [/\.(?:csv|tsv)$/, 'rows'],
];

function claimOf(path: string, text: string): Claim {
  const name = path.toLowerCase().replace(/\.(?:tmpl|tpl|gotmpl|j2|jinja2?|template|erb)$/, '');
  const opening = /^\s*([\s\S]{0,400})/.exec(text)?.[1] ?? '';
  const named = names.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  const page = /\.x?html?$/.test(name) || /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(opening);
  return {
    named, prose: page || /\.(?:rst|adoc)$/.test(name),
    opensLikeJson: /^[{[]/.test(opening),
    jsonBody: /^(?:\{\s*"[^"\n]*"\s*:|\[\s*\{\s*")/.test(opening),
    opensLikeXml: !page && (opening.startsWith('<?xml ') || (named === 'xml' && opening.startsWith('<'))),
  };
}

/** Front matter apart, texts for people and tables are not broken for being long. */
function isStructured({ named, jsonBody, opensLikeXml }: Claim): boolean {
  return jsonBody || opensLikeXml || (named !== null && named !== 'markdown' && named !== 'rows');
}

function fromJson(text: string, claim: Claim): Documents {
  const parsed = jsonDocument(text);
  if (parsed.ok) return { kind: 'json', document: parsed.document };
  // Flow mappings are YAML too.
  if (claim.named === 'yaml') return fromYaml(text, claim);
  if (opensLikeJsonLines(text)) return fromJsonLines(text);
  return claim.named === 'json' || claim.jsonBody ? brokenBy(text, parsed) : { kind: 'none' };
}

function fromJsonLines(text: string): Documents {
  const parsed = jsonLines(text);
  return parsed.ok ? { kind: 'ndjson', documents: parsed.documents } : brokenBy(text, parsed);
}

function fromToml(text: string): Documents {
  const parsed = tomlDocument(text);
  return parsed.ok ? { kind: 'toml', document: parsed.document } : brokenBy(text, parsed);
}

function fromXml(text: string, { named }: Claim): Documents {
  const parsed = xmlDocument(text);
  if (parsed.ok) return { kind: 'xml', root: parsed.root };
  return named === 'yaml' ? { kind: 'none' } : brokenBy(text, parsed);
}

/** A table has at least two columns; only its header is read until somebody wants the rows. */
function fromRows(text: string): Documents {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return { kind: 'none' };
  return { kind: 'rows', header: delimitedRows(text, delimiter, 1)[0]?.values ?? [], rows: () => delimitedRows(text, delimiter).slice(1) };
}

function fromYaml(text: string, claim: Claim): Documents {
  return claim.named === 'yaml' ? fromNamedYaml(text) : fromGuessedYaml(text, claim);
}

function fromNamedYaml(text: string): Documents {
  const parsed = yamlDocuments(text);
  if (!parsed.ok) return brokenBy(text, parsed);
  const empty = parsed.documents.every((document) => document === null || document === undefined);
  return empty ? { kind: 'broken', reason: 'empty', line: null } : { kind: 'yaml', documents: parsed.documents };
}

/** Prose and key-value reports can parse as YAML by accident: without the name, every document must be a mapping. */
function fromGuessedYaml(text: string, claim: Claim): Documents {
  const parsed = claim.prose || claim.named === 'xml' || !opensLikeYaml(text) ? null : yamlDocuments(text);
  if (parsed === null || !parsed.ok) return { kind: 'none' };
  const present = parsed.documents.filter((document) => document !== null && document !== undefined);
  return present.length > 0 && present.every(isMapping) ? { kind: 'yaml', documents: parsed.documents } : { kind: 'none' };
}

/** The first line that is neither blank nor a comment is a document marker, a directive or a key. */
function opensLikeYaml(text: string): boolean {
  const first = /^(?:\s*(?:#[^\n]*)?\n)*([^\n]*)/.exec(text)?.[1] ?? '';
  return /^(?:---(?:\s|$)|%YAML |["']?[\w./-]+["']?\s*:(?:\s|$))/.test(first);
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brokenBy(text: string, fault: StructureFault): Documents {
  const template = fault.reason === 'malformed' ? templateLine(text, fault.line) : null;
  return template === null ? { kind: 'broken', reason: fault.reason, line: fault.line } : { kind: 'broken', reason: 'template', line: template };
}
