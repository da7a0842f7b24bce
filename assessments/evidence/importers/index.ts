import type { Importer } from '../importer.ts';
import { githubActions } from './github-actions.ts';
import { kubernetes } from './kubernetes/index.ts';
import { prometheus } from './prometheus.ts';

/** Every importer, one line each; the order decides nothing. */
export const importers: readonly Importer[] = [
  githubActions,
  kubernetes,
  prometheus,
];
