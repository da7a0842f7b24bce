import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Everything by which code could reach beyond the machine, or names a place beyond it. */
const signs: readonly RegExp[] = [
  /\b(?:https?|wss?|ftp):\/\/[^\s'"`<>)\\,;]*/g,
  /\bfetch\(/g,
  /\b(?:WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection|WebTransport|sendBeacon|importScripts|serviceWorker|SharedWorker)\b/g,
  /\b(?:autoUpdater|crashReporter|openExternal)\b/g,
  /\bnet\.(?:request|fetch|connect)\b/g,
  /['"](?:node:)?(?:net|http|https|http2|dns|dns\/promises|dgram|tls|undici)['"]/g,
  /\b(?:dns-prefetch|preconnect|sourceMappingURL)\b/g,
  /url\(\s*['"]?\/\/|(?:src|href)=['"]\/\//g,
];

/** Each sign in the text, in the order of the patterns; an import of types alone is none. */
export function callersIn(text: string): readonly string[] {
  const code = text.replace(/^import type .*$/gm, '');
  return signs.flatMap((sign) => [...code.matchAll(sign)].map(([found]) => found.replaceAll(/['"]/g, '')));
}

/** A sign that stands in a file: `electron/browser/server.ts: http`. */
export type Caller = { readonly file: string; readonly what: string };

const codeFile = /\.(?:[cm]?[jt]sx?|css|html)$/;

/** What stands in the files below these folders (or in these files), once per file. */
export function callersBelow(places: readonly string[]): readonly Caller[] {
  return places.flatMap((place) => filesOf(place)).flatMap((file) => [...new Set(callersIn(readFileSync(join(project, file), 'utf8')))].map((what) => ({ file, what })));
}

function filesOf(place: string): readonly string[] {
  if (codeFile.test(place)) return [place];
  return readdirSync(join(project, place), { recursive: true, encoding: 'utf8' }).map((name) => `${place}/${name.replaceAll('\\', '/')}`).filter((file) => codeFile.test(file) && !file.endsWith('.d.ts')).sort();
}
