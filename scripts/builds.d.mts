/** What tests know of builds.mjs. */
export function isFresh(name: 'renderer' | 'preload' | 'program', root?: string): boolean;
export function lastTouch(name: 'renderer' | 'preload' | 'program', root?: string): string;
export function contentOf(name: 'renderer' | 'preload' | 'program', root?: string): string;
