/** Draws the icon in the sizes that the systems ask for. Both containers hold PNGs as they are. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const svg = readFileSync(new URL('./icon.svg', import.meta.url), 'utf8');
const png = (size) => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();

/** Writes <size>x<size>.png (Linux), icon.ico (Windows) and icon.icns (macOS) into the folder. */
export function writeIcons(folder) {
  mkdirSync(folder, { recursive: true });
  for (const size of [16, 32, 48, 64, 128, 256, 512]) writeFileSync(`${folder}/${size}x${size}.png`, png(size));
  writeFileSync(`${folder}/icon.ico`, ico([16, 32, 48, 256]));
  writeFileSync(`${folder}/icon.icns`, icns({ ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 }));
}

/** Head, a directory of 16 bytes for each picture (a width of 256 is written as 0), then the pictures. */
function ico(sizes) {
  const pictures = sizes.map((size) => ({ size, bytes: png(size) }));
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, bytes }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

/** Blocks of a type, a length that counts its own eight bytes, and a picture; the whole is such a block too. */
function icns(sizes) {
  const block = (type, bytes) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(bytes.length + 8, 4);
    return Buffer.concat([head, bytes]);
  };
  return block('icns', Buffer.concat(Object.entries(sizes).map(([type, size]) => block(type, png(size)))));
}
