import { z } from 'zod';
import { resultJsonSchema } from '#assessments';
import { checkShape, compareShape, milestonesShape, scoreShape } from './scoring-shapes.ts';
import { backupsShape, catalogueShape, factsShape, logShape, planShape, requestMatchShape, suggestShape, verifyShape } from './shapes.ts';

/** The commands' JSON documents by the name of their schema file in `schemas/`. */
const documents = {
  catalogue: { title: 'maturity catalogue show ID --json', shape: catalogueShape },
  facts: { title: 'maturity facts PATH… --json', shape: factsShape },
  suggest: { title: 'maturity suggest PATH… --json', shape: suggestShape },
  result: { title: 'maturity score FILE --json, and result.json', shape: resultJsonSchema },
  score: { title: 'maturity score FILE --why NODE --json', shape: scoreShape },
  compare: { title: 'maturity compare EARLIER [LATER] --json', shape: compareShape },
  check: { title: 'maturity check FILE --json', shape: checkShape },
  milestones: { title: 'maturity milestones FILE --json', shape: milestonesShape },
  plan: { title: 'maturity plan FILE --json', shape: planShape },
  requests: { title: 'maturity requests match FILE FOLDER --json', shape: requestMatchShape },
  verify: { title: 'maturity verify FILE --json', shape: verifyShape },
  backups: { title: 'maturity backups FILE --json', shape: backupsShape },
  log: { title: 'maturity log FILE --json', shape: logShape },
} as const;

/** JSON Schema (2020-12) texts by file name. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(documents).map(([name, { title, shape }]) => [`${name}.schema.json`, schemaText(title, shape)]));
}

function schemaText(title: string, shape: z.ZodType): string {
  const { $schema, ...schema } = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'output' });
  // `readOnly` only says that the program's own types are readonly; to a reader of the document it means nothing.
  return `${JSON.stringify({ $schema, title, ...schema }, (key, value: unknown) => (key === 'readOnly' && value === true ? undefined : value), 2)}\n`;
}
