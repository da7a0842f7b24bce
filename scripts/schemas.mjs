/** Writes the JSON Schemas of the commands' documents into schemas/. A test holds that they are up to date. */
import './node-version.mjs';
import { writeFileSync } from 'node:fs';
import { schemaFiles } from '../electron/cli/schemas.ts';

for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(`schemas/${name}`, text);
