import { readFile } from 'node:fs/promises';
import { extname, relative, sep } from 'node:path';
import { filesBelow } from '../handlers/files-below.ts';

export type RendererFile = { readonly type: string; readonly read: () => Promise<Uint8Array> };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.ttf': 'font/ttf',
};

/**
 * The built renderer as a fixed map from URL path to file, made once: an address is looked up, never joined to a folder.
 * `/` is the page itself. Files of other types are not served.
 */
export function listRendererFiles(folder: string): ReadonlyMap<string, RendererFile> {
  const files = new Map<string, RendererFile>();
  for (const path of filesBelow(folder)) {
    const type = types[extname(path)];
    if (type === undefined) continue;
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { type, read: () => readFile(path) });
  }
  const page = files.get('/index.html');
  return page === undefined ? files : new Map([...files, ['/', page]]);
}
