import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Handles } from '../handlers/handles.ts';
import { pageHeaders } from '../shell/content-policy.ts';
import type { RendererFile } from '../shell/renderer-files.ts';

/** Ends an answer without a body; the connection goes with a refusal, so that an unread body is not taken for the next request. */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...pageHeaders, 'Content-Length': '0', Connection: 'close' });
  response.end();
}

export function answerEmpty(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...pageHeaders, 'Content-Length': '0' });
  response.end();
}

export function answerJson(response: ServerResponse, value: unknown): void {
  const text = Buffer.from(JSON.stringify(value));
  response.writeHead(200, { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': text.length });
  response.end(text);
}

export async function answerPage(response: ServerResponse, file: RendererFile, withBody: boolean): Promise<void> {
  const bytes = await file.read();
  response.writeHead(200, { ...pageHeaders, 'Content-Type': file.type, 'Content-Length': bytes.length });
  response.end(withBody ? bytes : undefined);
}

/** Begins a stream of newline-delimited JSON. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { ...pageHeaders, 'Content-Type': 'application/x-ndjson; charset=utf-8' });
}

/** Hands out a finished file, once; it is never shown in place. */
export async function answerDownload(request: IncomingMessage, response: ServerResponse, handles: Handles, handle: string): Promise<void> {
  const file = handles.takeOffer(handle);
  if (file === undefined) { refuse(response, 404); return; }
  const named = encodeURIComponent(file.name).replaceAll("'", '%27');
  response.writeHead(200, {
    ...pageHeaders,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Content-Type': file.mediaType,
    'Content-Length': statSync(file.path).size,
    'Content-Disposition': `attachment; filename="download"; filename*=UTF-8''${named}`,
  });
  await pipeline(createReadStream(file.path), response);
}
