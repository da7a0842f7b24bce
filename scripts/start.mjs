/** The main job: opens the application, in Electron where its binary and a display are there, otherwise in a browser. */
import './node-version.mjs';
import { buildWhereStale } from './build.mjs';

await buildWhereStale();
await import('../out/program/start.js');
