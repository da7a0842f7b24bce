/**
 * Packs the character maps of Adobe's cmap-resources that a PDF may name for Chinese fonts (ISO 32000, 9.7.5.2) into
 * electron/character-maps: `node scripts/character-maps.mjs FOLDER`, where FOLDER holds Adobe-GB1 and Adobe-CNS1.
 * Run by hand when the maps themselves change; what it wrote is kept with the sources.
 */
import './node-version.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const both = (...names) => names.flatMap((name) => [`${name}-H`, `${name}-V`]);
const maps = {
  'Adobe-GB1': [...both('GB-EUC', 'GBpc-EUC', 'GBK-EUC', 'GBKp-EUC', 'GBK2K', 'UniGB-UCS2', 'UniGB-UTF16'), 'Adobe-GB1-UCS2'],
  'Adobe-CNS1': [...both('B5pc', 'HKscs-B5', 'ETen-B5', 'ETenms-B5', 'CNS-EUC', 'UniCNS-UCS2', 'UniCNS-UTF16'), 'Adobe-CNS1-UCS2'],
};
const target = 'electron/character-maps';

const folder = process.argv[2];
mkdirSync(target, { recursive: true });
for (const [collection, names] of Object.entries(maps)) {
  for (const name of names) {
    const text = readFileSync(`${folder}/${collection}/${name}`, 'latin1');
    if (name === 'GB-EUC-H') writeFileSync(`${target}/LICENSE`, licenceIn(text));
    writeFileSync(`${target}/${name}.br`, brotliCompressSync(withoutComments(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }));
  }
}

/** Comments mean nothing to a reader of maps; the licence is kept beside them. */
function withoutComments(text) {
  return text.split(/\r\n|\r|\n/).filter((line) => !line.startsWith('%') && line.trim() !== '').join('\n').concat('\n');
}

function licenceIn(text) {
  return [...text.matchAll(/^%%Copyright: ?(.*)$/gm)].map(([, line]) => line.trimEnd()).filter((line) => !/^-+$/.test(line)).join('\n').concat('\n');
}
