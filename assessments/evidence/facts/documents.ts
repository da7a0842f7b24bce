import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeNumber, maybeText, read } from './field.ts';

/** Documents, pictures and recordings, by their content; what is older than these formats is not read. */
export const documentFormats = ['docx', 'pptx', 'odt', 'odp', 'pdf', 'png', 'jpeg', 'gif', 'webp', 'bmp', 'tiff', 'mp4', 'mov', 'webm', 'mkv', 'avi'] as const;

const document = z.strictObject({
  type: z.literal('document'), ...read,
  format: z.enum(documentFormats).describe('by its content, not its name'),
  title: maybeText('title as its properties have it'),
  tool: maybeText('program it was made with'),
  pages: maybeCount('pages or slides, where it says so'),
  characters: count('letters and signs of its text; 0 for a picture, a recording, scanned pages and what is encrypted'),
  encrypted: flag('its text cannot be read without a password'),
  width: maybeCount('dots'), height: maybeCount('dots'),
  durationSeconds: maybeNumber('length of a recording'),
  camera: flag('notes of a camera or telephone are in the picture'), located: flag('they tell where it was taken'),
  createdAt: instant('when it was made, as it says itself'), updatedAt: instant('when it was last saved, as it says itself'),
}).describe('A document, picture or recording: what it says of itself, never what it means; its text is searched and linked by hand');

export const documentFacts = {
  'document': document,
} as const;
