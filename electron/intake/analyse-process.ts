/** The process that decodes untrusted files and runs the importers over them. */
import { readEvidence } from '#assessments';
import { serveReadings } from './reading-service.ts';

serveReadings((file) => readEvidence(file));
