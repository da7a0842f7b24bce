import type { Header, Reply } from '#contract';
import type { Context } from './context.ts';
import { refused } from './problems.ts';

export function openSampleCopy(_context: Context): Promise<Reply<Header>> {
  return Promise.resolve(refused('no-pack'));
}
