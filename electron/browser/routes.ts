/**
 * Every address the browser shell answers under /api, in one table; the pages are the fixed list of renderer files.
 * `launch-code` needs the one-time code in its body, `bearer` the token it was exchanged for. The tests of who may reach
 * what are generated from this table.
 */
export const routes = [
  { name: 'exchange', method: 'POST', path: /^\/api\/exchange$/, example: '/api/exchange', access: 'launch-code', body: 'json' },
  { name: 'call', method: 'POST', path: /^\/api\/call$/, example: '/api/call', access: 'bearer', body: 'json' },
  { name: 'events', method: 'GET', path: /^\/api\/events$/, example: '/api/events', access: 'bearer', body: 'none' },
  { name: 'startUpload', method: 'POST', path: /^\/api\/uploads$/, example: '/api/uploads', access: 'bearer', body: 'none' },
  { name: 'uploadFile', method: 'PUT', path: /^\/api\/uploads\/(?<handle>[\w-]{1,64})$/, example: '/api/uploads/x', access: 'bearer', body: 'bytes' },
  { name: 'finishUpload', method: 'POST', path: /^\/api\/uploads\/(?<handle>[\w-]{1,64})\/done$/, example: '/api/uploads/x/done', access: 'bearer', body: 'none' },
  { name: 'download', method: 'GET', path: /^\/api\/downloads\/(?<handle>[\w-]{1,64})$/, example: '/api/downloads/x', access: 'bearer', body: 'none' },
] as const satisfies readonly { readonly name: string; readonly method: 'GET' | 'POST' | 'PUT'; readonly path: RegExp; readonly example: string; readonly access: 'launch-code' | 'bearer'; readonly body: 'json' | 'bytes' | 'none' }[];

export type Route = (typeof routes)[number];
export type RouteName = Route['name'];
