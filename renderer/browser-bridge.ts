import type { Bridge, DownloadHandle, Input, Method, Output, Problem, Reply, ReportFile, SourceHandle, Told } from '#contract';
import { browserUploads } from './browser-uploads.ts';
import { ownProblem } from './problems.ts';

const tokenKey = 'maturity.token';
const reconnectAfter = 1000;

/** What the bridge needs of the browser; a test gives its own. */
export type Surroundings = {
  readonly fetch: typeof fetch;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly fragment: () => string;
  readonly dropFragment: () => void;
  /** Opens a path of our own in a window that shares nothing with this one. */
  readonly showWindow: (path: string) => void;
  /** The shell no longer knows this page: it has to be started again. */
  readonly refused: () => void;
};

/**
 * Opens the bridge to the browser shell: exchanges the launch code of the fragment for a token, once, or takes the
 * token this tab already has. Null where there is neither, so that the page can say how to start again.
 */
export async function openBrowserBridge(around: Surroundings): Promise<Bridge | null> {
  const admission = await exchange(around);
  const token = admission?.token ?? around.storage.getItem(tokenKey);
  if (token === null) return null;

  const ask = authorised(around, token);
  const listeners = new Set<(event: Told) => void>();
  const tell = (event: Told) => { listeners.forEach((listener) => { listener(event); }); };
  const uploads = browserUploads(ask, tell);
  void listenFor(ask, tell);
  const asked: Bridge['call'] = (method, input) => call(ask, method, input);
  return {
    call: (method, input) => (method === 'cancel' && uploads.cancel((input as Input<'cancel'>).job) ? Promise.resolve(cancelled(method)) : withOpening(asked, admission?.open ?? null)(method, input)),
    listen: (told) => { listeners.add(told); return () => { listeners.delete(told); }; },
    chooseEvidence: (kind) => uploads.choose({ multiple: true, folder: kind === 'folder', accept: '' }, 'evidence'),
    takeDropped: (transfer) => uploads.takeDropped(transfer),
    chooseAssessment: async () => (await uploads.choose({ multiple: false, folder: false, accept: '.maturity' }, 'assessment'))?.[0] ?? null,
    deliver: (file) => deliver(ask, file),
    openWindow: () => openWindow(ask, around.showWindow),
  };
}

/** One request to the shell with the token on it; a refused token is told once and the answer given on. */
export type Ask = (path: string, options?: RequestInit) => Promise<Response>;

function authorised(around: Surroundings, token: string): Ask {
  return async (path, options = {}) => {
    const headers = new Headers(options.headers);
    headers.set('authorization', `Bearer ${token}`);
    const response = await around.fetch(path, { ...options, headers });
    if (response.status === 401) {
      around.storage.removeItem(tokenKey);
      around.refused();
    }
    return response;
  };
}

type Admission = { readonly token: string; readonly open: SourceHandle | null };

async function exchange(around: Surroundings): Promise<Admission | null> {
  const code = new URLSearchParams(around.fragment().replace(/^#/, '')).get('launch');
  if (code === null) return null;

  around.dropFragment();
  const response = await around.fetch('/api/exchange', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) }).catch(() => null);
  if (response?.ok !== true) return null;

  const admission = (await response.json()) as Admission;
  around.storage.setItem(tokenKey, admission.token);
  return admission;
}

/** The assessment this window was opened for is told with the start, as it is for the one named on a command line. */
function withOpening(ask: Bridge['call'], open: SourceHandle | null): Bridge['call'] {
  return async (method, input) => {
    const reply = await ask(method, input);
    return method === 'start' && reply.ok && open !== null ? { ok: true, value: { ...reply.value, open } } : reply;
  };
}

async function call<M extends Method>(ask: Ask, method: M, input: Input<M>): Promise<Reply<Output<M>>> {
  const response = await ask('/api/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ method, input }) }).catch(() => null);
  if (response === null) return { ok: false, problem: ownProblem('io', 'bridge.stopped') };
  if (response.status === 401) return { ok: false, problem: ownProblem('io', 'bridge.refused') };

  return (await response.json()) as Reply<Output<M>>;
}

/** `cancel` answers null for every job, so a cancelled upload does too. */
function cancelled<M extends Method>(_method: M): Reply<Output<M>> {
  return { ok: true, value: null as Output<M> };
}

async function listenFor(ask: Ask, tell: (event: Told) => void): Promise<void> {
  for (;;) {
    const response = await ask('/api/events').catch(() => null);
    if (response?.status === 401) return;
    if (response?.ok === true && response.body !== null) await readLines(response.body, tell).catch(() => undefined);
    await new Promise((resume) => { setTimeout(resume, reconnectAfter); });
  }
}

/** Reads newline-delimited JSON to the end of the stream, telling each line; blank lines keep the connection alive. */
export async function readLines(body: ReadableStream<Uint8Array>, tell: (event: Told) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    lines.filter((line) => line.trim() !== '').forEach((line) => { tell(JSON.parse(line) as Told); });
  }
}

/** One more window: the shell shows it itself, or gives a launch code of its own for a window of this browser. */
async function openWindow(ask: Ask, show: Surroundings['showWindow']): Promise<Problem | null> {
  const response = await ask('/api/windows', { method: 'POST' }).catch(() => null);
  if (response?.status === tooMany) return ownProblem('locked', 'bridge.windows');
  if (response?.ok !== true) return ownProblem('io', 'bridge.stopped');

  const { code } = (await response.json()) as { readonly code: string | null };
  if (code !== null) show(`/#launch=${code}`);
  return null;
}

/** HTTP: there are as many already as there may be. */
const tooMany = 429;

async function deliver(ask: Ask, file: ReportFile): Promise<boolean> {
  const blob = await download(ask, file.download);
  if (blob === null) return false;

  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = file.name;
  anchor.click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000);
  return true;
}

async function download(ask: Ask, handle: DownloadHandle): Promise<Blob | null> {
  const response = await ask(`/api/downloads/${encodeURIComponent(handle)}`).catch(() => null);
  return response?.ok === true ? response.blob() : null;
}

