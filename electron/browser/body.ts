import type { IncomingMessage } from 'node:http';

export type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly status: 400 | 408 | 413 };

/** The JSON body of a request, of at most `bytes` that arrive within `ms`; stops reading where it is too much or too slow. */
export async function readJson(request: IncomingMessage, { bytes, ms }: { readonly bytes: number; readonly ms: number }): Promise<Body> {
  let late = false;
  const clock = setTimeout(() => { late = true; request.destroy(); }, ms);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > bytes) return { ok: false, status: 413 };
      chunks.push(chunk);
    }
  } catch (error) {
    if (late) return { ok: false, status: 408 };
    throw error;
  } finally {
    clearTimeout(clock);
  }
  return parse(chunks);
}

function parse(chunks: readonly Buffer[]): Body {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) as unknown };
  } catch {
    return { ok: false, status: 400 };
  }
}
