import { withoutHomes } from './home-folder.ts';

/** An address or path without account, password, query, home folder and folders named by a mail address. */
export function plainAddress(written: string): string {
  const bare = written.slice(0, 2_000).replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/i, '$1').replace(/^[\w.+-]+@(?=[\w.-]+:)/, '').replace(/[?#].*$/s, '');
  return withoutHomes(bare).replace(/(^|\/)[^/\s@]+@[^/\s@]+(?=\/|$)/g, '$1~').toWellFormed();
}
