import { z } from 'zod';
import { place } from './place.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const json: z.ZodType<Json> = z.json();

/**
 * A piece of something that lies in several files: the parameter file of an MLflow run, the lock beside a dvc.yaml. An
 * importer sees one file at a time; it gives fragments, and when all files are read the assembler of the set makes facts
 * of the fragments of one key. What one file states by itself is a fact at once, not a fragment.
 */
export const fragment = z.strictObject({
  set: z.string().describe('kind of the set, as in sets/index.ts: mlflow-run, dvc-repository, release-folder, …'),
  key: z.string().describe('which one: usually the folder, as the path before the part; the same for all its files'),
  part: z.string().describe('what it is in the set: meta, param, metric, tag, stages, lock, approval, …'),
  name: z.string().describe('which one of that part; empty where there is only one'),
  value: json,
  place,
}).readonly();

export type Fragment = z.infer<typeof fragment>;
