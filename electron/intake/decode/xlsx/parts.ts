import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Member, MemberDamaged } from '../../archives/archive.ts';
import { nameKey } from '../../archives/archive-names.ts';
import { openZip } from '../../archives/zip-archive.ts';
import { bufferSource } from '../../byte-source.ts';
import { intakeLimits } from '../../limits.ts';
import type { WorkbookLimits } from '../decode-limits.ts';

/** Tells that a workbook or document cannot be read: it is broken, or larger than is read. */
export class WorkbookUnreadable extends Error {
  readonly reason: 'workbookDamaged' | 'workbookTooLarge';

  constructor(reason: 'workbookDamaged' | 'workbookTooLarge') {
    super(reason);
    this.reason = reason;
  }
}

/** The XML parts of a workbook or document; only those that are asked for are unpacked. */
export type Parts = {
  readonly names: readonly string[];
  /** Runs through a part; false where there is none of that name. Throws `WorkbookUnreadable`. */
  readonly run: (name: string, on: PartHandler) => Promise<boolean>;
};

/** `name` is without prefix. `stop` ends the reading of the part early, as if it ended there. */
export type PartHandler = {
  readonly open?: (name: string, attribute: (name: string) => string | undefined, stop: () => void) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** The parts of a document or workbook, as the zip archive lists them. Throws `WorkbookUnreadable`. */
export async function openParts(bytes: Uint8Array, limits: Pick<WorkbookLimits, 'parts' | 'partBytes' | 'bytes'>): Promise<Parts> {
  const archive = await openZip(bufferSource(bytes), { ...intakeLimits, entryBytes: limits.partBytes }, limits.parts, noPause);
  if (archive.incomplete !== null) throw new WorkbookUnreadable(archive.incomplete === 'tooManyEntries' ? 'workbookTooLarge' : 'workbookDamaged');
  const members = new Map(archive.members.map((member) => [nameKey(member.name), member]));
  let left = limits.bytes;
  return {
    names: archive.members.map(({ name }) => name),
    run: async (name, on) => {
      const member = members.get(nameKey(name));
      if (member === undefined) return false;
      left -= member.size ?? 0;
      if (left < 0 || member.refused === 'entryTooLarge') throw new WorkbookUnreadable('workbookTooLarge');
      if (member.refused !== null) throw new WorkbookUnreadable('workbookDamaged');
      await parse(member, on);
      return true;
    },
  };
}

/** The process that decodes is killed from outside; it has nobody to answer meanwhile. */
function noPause(): undefined {
  return undefined;
}

class Stopped extends Error {}

/** Strict: no document type, and so no entities but the five; an error in the XML ends it. */
async function parse(member: Member, on: PartHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stop = (): never => { throw new Stopped(); };
  const broken = (): never => { throw new WorkbookUnreadable('workbookDamaged'); };
  parser.on('doctype', broken);
  parser.on('error', broken);
  parser.on('opentag', (tag) => on.open?.(localName(tag.name), attributesOf(tag), stop));
  parser.on('closetag', (tag) => on.close?.(localName(tag.name)));
  if (on.text !== undefined) {
    parser.on('text', on.text);
    parser.on('cdata', on.text);
  }
  try {
    await member.stream(noPause, (piece) => { parser.write(decoder.decode(piece, { stream: true })); });
    parser.write(decoder.decode()).close();
  } catch (thrown) {
    if (thrown instanceof Stopped) return;
    throw thrown instanceof MemberDamaged || thrown instanceof TypeError || thrown instanceof RangeError ? new WorkbookUnreadable('workbookDamaged') : thrown;
  }
}

function attributesOf({ attributes }: SaxesTagPlain): (name: string) => string | undefined {
  return (name) => {
    if (Object.hasOwn(attributes, name)) return attributes[name];
    const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
    return prefixed === undefined ? undefined : attributes[prefixed];
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
