import { pageHeaders } from '../shell/content-policy.ts';
import type { RendererFile } from '../shell/renderer-files.ts';

/** Answers app://workbench from the fixed list of renderer files; anything else is not there. */
export function answerPages(files: ReadonlyMap<string, RendererFile>): (request: Request) => Promise<Response> {
  return async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'workbench' && request.method === 'GET' ? files.get(pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: pageHeaders });
    return new Response(new Uint8Array(await file.read()), { headers: { ...pageHeaders, 'Content-Type': file.type } });
  };
}
