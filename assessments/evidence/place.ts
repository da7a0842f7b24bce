import { z } from 'zod';

/**
 * Where a fact was read. `pointer` (RFC 6901) for JSON, YAML, TOML: for multi-document YAML and NDJSON its first token
 * is always the 0-based document index; `lines` is 1-based and inclusive over the decoded text; `cell` is `Sheet!B7`.
 * A YAML file counts as multi-document whatever it holds: `/0/spec/replicas`. A JSON file has no index: `/spec/replicas`.
 */
export const place = z.union([
  z.strictObject({ file: z.string(), pointer: z.string() }),
  z.strictObject({ file: z.string(), lines: z.tuple([z.int().min(1), z.int().min(1)]).readonly() }),
  z.strictObject({ file: z.string(), cell: z.string() }),
]).readonly().meta({ id: 'Place' });

export type Place = z.infer<typeof place>;
