import { expect, test } from 'vitest';
import { decodeContent } from '../../../../electron/intake/decode/decode.ts';
import { mediaTypeOf } from '../../../../electron/intake/decode/media-type.ts';

const read = async (bytes: Buffer): Promise<unknown> => {
  const { decoded, text, told } = await decodeContent(bytes, mediaTypeOf('a', bytes, null));
  if (decoded?.kind !== 'document') return [text, ...told];
  return [decoded.format, decoded.width, decoded.height, decoded.seconds, decoded.createdAt, ...told];
};

/** Notes of a camera: the day, and where wanted a position of one tag. */
function exif(located: boolean): Buffer {
  const tiff = Buffer.alloc(100);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(located ? 2 : 1, 8);
  const tag = (at: number, id: number, kind: number, count: number, value: number): void => {
    tiff.writeUInt16LE(id, at);
    tiff.writeUInt16LE(kind, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  tag(10, 0x0132, 2, 20, 60);
  if (located) {
    tag(22, 0x8825, 4, 1, 40);
    tiff.writeUInt16LE(1, 40);
    tag(42, 1, 2, 2, 0x4e);
  }
  tiff.write('2026:03:04 10:15:00\0', 60, 'latin1');
  return tiff;
}

function jpeg(notes: Buffer | null): Buffer {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(8 + (notes?.length ?? 0));
  const segment = notes === null ? Buffer.alloc(0) : Buffer.concat([Buffer.from([0xff, 0xe1]), size, Buffer.from('Exif\0\0', 'latin1'), notes]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment, Buffer.from([0xff, 0xc0, 0, 11, 8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0])]);
}

test('pictures say their size, and what a camera noted in them is told', async () => {
  const bmp = Buffer.alloc(54);
  bmp.write('BM', 'latin1');
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(640, 18);
  bmp.writeInt32LE(-480, 22);

  expect([await read(jpeg(null)), await read(jpeg(exif(false))), await read(jpeg(exif(true))), await read(bmp), await read(exif(true)), await read(Buffer.from('BM but not a picture\0\0\0')), await read(jpeg(exif(true)).subarray(0, 60))]).toEqual([
    ['jpeg', 640, 480, null, null], ['jpeg', 640, 480, null, '2026-03-04T10:15:00', 'pictureNotes'], ['jpeg', 640, 480, null, '2026-03-04T10:15:00', 'pictureLocated'], ['bmp', 640, 480, null, null],
    ['tiff', 0, 0, null, '2026-03-04T10:15:00', 'pictureLocated'], [null, 'notText'], [null],
  ]);
});

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

test('recordings say how long they are and when they were made', async () => {
  const head = Buffer.alloc(100);
  head.writeUInt32BE(2_082_844_800 + Date.UTC(2026, 2, 4) / 1000, 4);
  head.writeUInt32BE(1_000, 12);
  head.writeUInt32BE(65_400, 16);
  const movie = (brand: string): Buffer => Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0`, 'latin1')), box('free', Buffer.alloc(8)), box('moov', box('mvhd', head))]);
  const length = Buffer.alloc(8);
  length.writeDoubleBE(12_345);
  const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84]), Buffer.from('webm'), Buffer.from([0x15, 0x49, 0xa9, 0x66, 0x90, 0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40, 0x44, 0x89, 0x88]), length]);
  const avi = Buffer.alloc(100);
  avi.write('RIFF\0\0\0\0AVI LIST\0\0\0\0hdrlavih', 'latin1');
  avi.writeUInt32LE(40_000, 32);
  avi.writeUInt32LE(250, 48);

  expect([await read(movie('isom')), await read(movie('qt  ')), await read(movie('isom').subarray(0, 30)), await read(webm), await read(avi)]).toEqual([
    ['mp4', null, null, 65.4, '2026-03-04T00:00:00Z'], ['mov', null, null, 65.4, '2026-03-04T00:00:00Z'], ['mp4', null, null, null, null], ['webm', null, null, 12.3, null], ['avi', null, null, 10, null],
  ]);
});
