import { SaxesParser } from 'saxes';
import { type StructureFault, structureLimits } from './structure-limits.ts';

/** An element: its own text without that of its children; `lines` from its opening to its closing tag. */
export type XmlElement = {
  /** Local name, without prefix. */
  readonly name: string;
  /** Address of the namespace; '' where there is none. */
  readonly namespace: string;
  /** Values by name as written, prefixes included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly lines: readonly [first: number, last: number];
};
export type XmlDocument = { readonly ok: true; readonly root: XmlElement } | StructureFault;

type Building = {
  readonly name: string; readonly namespace: string; readonly attributes: Readonly<Record<string, string>>; readonly scope: Scope;
  readonly children: XmlElement[]; readonly texts: string[]; readonly first: number;
};
type Scope = ReadonlyMap<string, string>;

class XmlFault extends Error {
  readonly reason: StructureFault['reason'];
  constructor(reason: StructureFault['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The root of an XML text, or why it was not taken and on which line. A document type is passed over, never fetched and
 * never expanded: any entity but the five of XML makes the text malformed.
 */
export function xmlDocument(text: string): XmlDocument {
  const parser = new SaxesParser<{ readonly xmlns: false }>({ xmlns: false });
  const build = builder();
  parser.on('error', () => { throw new XmlFault('malformed'); });
  let first = 1;
  parser.on('opentagstart', () => { first = parser.line; });
  parser.on('opentag', ({ name, attributes }) => { build.open(name, attributes, first); });
  parser.on('text', build.text);
  parser.on('cdata', build.text);
  parser.on('closetag', () => { build.close(parser.line); });
  try {
    parser.write(text).close();
    return build.root === null ? { ok: false, reason: 'malformed', line: null } : { ok: true, root: build.root };
  } catch (error) {
    return { ok: false, reason: error instanceof XmlFault ? error.reason : 'malformed', line: parser.line };
  }
}

function builder() {
  const open: Building[] = [];
  let nodes = 0;
  const built = {
    root: null as XmlElement | null,
    open: (name: string, attributes: Readonly<Record<string, string>>, first: number): void => {
      const entries = Object.entries(attributes);
      nodes += 1 + entries.length;
      if (nodes > structureLimits.nodes) throw new XmlFault('too-large');
      if (open.length >= structureLimits.depth) throw new XmlFault('too-deep');
      const scope = scopeOf(open.at(-1)?.scope ?? new Map(), entries);
      const [prefix, local] = split(name);
      open.push({ name: local, namespace: scope.get(prefix) ?? '', attributes: Object.fromEntries(entries), scope, children: [], texts: [], first });
    },
    text: (text: string): void => { open.at(-1)?.texts.push(text); },
    close: (last: number): void => {
      const done = open.pop();
      if (done === undefined) return;
      const { name, namespace, attributes, children, texts, first } = done;
      const element: XmlElement = { name, namespace, attributes, children, text: texts.join('').trim(), lines: [first, Math.max(first, last)] };
      const parent = open.at(-1);
      if (parent === undefined) built.root = element;
      else parent.children.push(element);
    },
  };
  return built;
}

/** The namespaces in force inside an element; a new map only where it declares one. */
function scopeOf(outer: Scope, attributes: readonly (readonly [string, string])[]): Scope {
  const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:')).map(([name, uri]) => [name.slice(6), uri] as const);
  return declared.length === 0 ? outer : new Map([...outer, ...declared]);
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** All elements of a name inside an element, at any depth, in document order; the element itself counts. */
export function elementsNamed(root: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    if (element.name === name) found.push(element);
    element.children.forEach(walk);
  };
  walk(root);
  return found;
}
