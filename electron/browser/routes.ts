import type { Limits } from './limits.ts';

type Row = {
  readonly name: string; readonly method: 'GET' | 'POST' | 'PUT'; readonly path: RegExp;
  /** An address that fits, for the tests. */
  readonly example: string;
  readonly access: 'launch-code' | 'hand-over' | 'bearer';
  readonly body: 'json' | 'bytes' | 'none';
  /** The bound of the body, by its name. */
  readonly atMost: keyof Limits | null;
};

/**
 * Every address the browser shell answers under /api, in one table; the pages are the fixed list of renderer files.
 * `bearer` needs the token of a window, `launch-code` the one-time code it is exchanged for, `hand-over` the proof that
 * only another start of the program by the same user has. The tests of who may reach what are generated from this table.
 */
export const routes = [
  { name: 'exchange', method: 'POST', path: /^\/api\/exchange$/, example: '/api/exchange', access: 'launch-code', body: 'json', atMost: 'strangerBodyBytes' },
  { name: 'handOver', method: 'POST', path: /^\/api\/hand-over$/, example: '/api/hand-over', access: 'hand-over', body: 'json', atMost: 'strangerBodyBytes' },
  { name: 'call', method: 'POST', path: /^\/api\/call$/, example: '/api/call', access: 'bearer', body: 'json', atMost: 'callBytes' },
  { name: 'events', method: 'GET', path: /^\/api\/events$/, example: '/api/events', access: 'bearer', body: 'none', atMost: null },
  { name: 'openWindow', method: 'POST', path: /^\/api\/windows$/, example: '/api/windows', access: 'bearer', body: 'none', atMost: null },
  { name: 'startUpload', method: 'POST', path: /^\/api\/uploads$/, example: '/api/uploads', access: 'bearer', body: 'none', atMost: null },
  { name: 'uploadFile', method: 'PUT', path: /^\/api\/uploads\/(?<handle>[\w-]{1,64})$/, example: '/api/uploads/x', access: 'bearer', body: 'bytes', atMost: 'fileBytes' },
  { name: 'finishUpload', method: 'POST', path: /^\/api\/uploads\/(?<handle>[\w-]{1,64})\/done$/, example: '/api/uploads/x/done', access: 'bearer', body: 'none', atMost: null },
  { name: 'download', method: 'GET', path: /^\/api\/downloads\/(?<handle>[\w-]{1,64})$/, example: '/api/downloads/x', access: 'bearer', body: 'none', atMost: null },
] as const satisfies readonly Row[];

export type Route = (typeof routes)[number];
export type RouteName = Route['name'];
