import { diagnostic } from '../../diagnostics.ts';
import type { Documents } from '../../documents.ts';
import type { FactOf } from '../../facts.ts';
import type { SourceFile } from '../../file.ts';
import type { Reading } from '../../importer.ts';
import { plainAddress } from '../../plain-address.ts';
import { linesOf } from '../../text-lines.ts';

const remoteHeader = /^\s*\['?remote\s+"([^"]*)"'?\]\s*$/;

/** An INI file: under its name, or told by a section that names a remote. An empty one is left as what it is. */
export function isConfig({ path, text }: SourceFile, documents: Documents): boolean {
  if (text === null || documents.kind === 'broken' || documents.kind === 'json') return false;
  const named = /(?:^|\/)\.dvc\/config(?:\.local)?$/.test(path);
  return named || (/(?:^|\/)config(?:\.local)?$/.test(path) && /^\s*\['remote\s+"[^"]*"'\]\s*$/m.test(text.slice(0, 100_000)));
}

type Section = { readonly remote: string | null; readonly first: number; readonly last: number; readonly settings: ReadonlyMap<string, string> };

/** Keys whose values let somebody in: they are named, never read. */
const credential = /password|secret|token|access_key_id|account_key|connection_string|credential|keyfile|service_account|^user$|client_id/;

/** The remotes without accounts; that there are credentials is told, not what they are. */
export function configReading({ path, text }: SourceFile): Reading {
  const sections = sectionsOf(linesOf(text ?? ''));
  const remotes = sections.filter(({ remote }) => remote !== null);
  const secrets = sections.flatMap(({ remote, first, settings }) => [...settings.keys()].filter((key) => credential.test(key)).map((key) => ({ line: first, text: `${remote ?? 'core'}.${key}` })));
  const [secret] = secrets;
  const told = secret !== undefined ? [diagnostic('partial', path, { line: secret.line, detail: secrets.map((one) => one.text).join(', ') })]
    : remotes.length === 0 ? [diagnostic('empty', path, { detail: 'remote: 0' })] : [];
  return { facts: remotes.map((section) => remoteFact(path, section)), diagnostics: told };
}

function sectionsOf(lines: readonly string[]): readonly Section[] {
  const starts = lines.flatMap((line, index) => (/^\s*\[.+\]\s*$/.test(line) ? [index] : []));
  return starts.map((start, index) => {
    const body = lines.slice(start + 1, starts[index + 1] ?? lines.length);
    const filled = body.findLastIndex((line) => line.trim() !== '');
    return { remote: remoteHeader.exec(lines[start] ?? '')?.[1] ?? null, first: start + 1, last: start + 2 + filled, settings: settingsOf(body) };
  });
}

function settingsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lines.flatMap((line) => {
    const [, key, value] = /^\s*([\w.-]+)\s*=(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key.toLowerCase(), value.trim()] as const];
  }));
}

function remoteFact(path: string, { remote, first, last, settings }: Section): FactOf<'environment.definition'> {
  const url = settings.get('url');
  return {
    type: 'environment.definition', place: { file: path, lines: [first, last] }, also: [], image: null, imageDigest: null,
    name: remote ?? '', kind: 'storage', system: 'dvc-remote', stage: 'unstated', runtimeVersion: null,
    pinned: false, packages: 0, unpinned: 0, stages: null, unprivileged: false, healthChecked: false,
    cpus: null, memoryBytes: null, gpus: null, nodes: null, hardware: null, autoscaled: false, protected: false,
    location: url === undefined || url === '' ? null : plainAddress(url),
  };
}
