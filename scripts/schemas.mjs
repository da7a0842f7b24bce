/** Writes the JSON Schemas of the commands' documents into schemas/. A test holds that they are up to date. */
import './node-version.mjs';
import { writeFileSync } from 'node:fs';

// Loaded when the version is known: an old Node cannot read TypeScript and would say so instead.
const { schemaFiles } = await import('../electron/cli/schemas.ts');

for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(`schemas/${name}`, text);
