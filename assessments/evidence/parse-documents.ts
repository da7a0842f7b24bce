import type { Documents } from './documents.ts';
import type { SourceFile } from './file.ts';
import { jsonDocument } from './json-document.ts';
import { type StructureFault, structureLimits } from './structure-limits.ts';
import { templateLine } from './templating.ts';
import { yamlDocuments } from './yaml-documents.ts';

/**
 * The structured content of a file: decided by content first, confirmed by name. Never throws. A text that neither
 * begins like JSON or YAML nor is named so is `none`; one that claims to be structured and does not parse is `broken`.
 */
export function parseDocuments(file: SourceFile): Documents {
  const { text } = file;
  if (text === null) return { kind: 'none' };
  if (text.trim() === '') return { kind: 'broken', reason: 'empty', line: null };

  const claim = claimOf(file.path, text);
  if (text.length > structureLimits.characters) return claim.named === null && !claim.jsonBody ? { kind: 'none' } : { kind: 'broken', reason: 'too-large', line: null };
  if (claim.opensLikeJson || claim.named === 'json') return fromJson(text, claim);
  return fromYaml(text, claim);
}

type Claim = {
  /** What the name says, without a template suffix such as `.tmpl`. */
  readonly named: 'json' | 'yaml' | null;
  /** Named as a text to be read: its front matter is not the whole of it. */
  readonly prose: boolean;
  readonly opensLikeJson: boolean;
  /** The opening cannot well be anything but JSON: `{"key":` or `[{"`. */
  readonly jsonBody: boolean;
};

function claimOf(path: string, text: string): Claim {
  const name = path.toLowerCase().replace(/\.(?:tmpl|tpl|gotmpl|j2|jinja2?|template|erb)$/, '');
  const opening = /^\s*([\s\S]{0,400})/.exec(text)?.[1] ?? '';
  const yamlNamed = /\.(?:ya?ml|dvc)$|(?:^|\/)(?:dvc\.lock|mlmodel|mlproject)$/.test(name);
  return {
    named: yamlNamed ? 'yaml' : /\.(?:json|sarif|ipynb)$/.test(name) ? 'json' : null,
    prose: /\.(?:md|mdx|markdown|rst|adoc|html?)$/.test(name),
    opensLikeJson: /^[{[]/.test(opening),
    jsonBody: /^(?:\{\s*"[^"\n]*"\s*:|\[\s*\{\s*")/.test(opening),
  };
}

function fromJson(text: string, claim: Claim): Documents {
  const parsed = jsonDocument(text);
  if (parsed.ok) return { kind: 'json', document: parsed.document };
  // Flow mappings are YAML too; JSON lines are a format of their own, and no importer here reads it.
  if (claim.named === 'yaml') return fromYaml(text, claim);
  if (isJsonLines(text)) return { kind: 'none' };
  return claim.named === 'json' || claim.jsonBody ? brokenBy(text, parsed) : { kind: 'none' };
}

function isJsonLines(text: string): boolean {
  const first = /^\s*(\S[^\n]*)\n\s*\S/.exec(text)?.[1];
  return first !== undefined && jsonDocument(first).ok;
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
  const parsed = claim.prose || !opensLikeYaml(text) ? null : yamlDocuments(text);
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
