import { expect, test } from 'vitest';
import { decodeText } from '../../../electron/intake/decode/decode.ts';

const chinese = '# 模型部署说明\r\n更新策略：灰度发布，流量 10%，然后 50%。\r\n';
/** 模型部署说明：先灰度，后全量。 */
const gbk = Buffer.from('c4a3d0cdb2bfcaf0cbb5c3f7a3bacfc8bbd2b6c8a3acbaf3c8abc1bfa1a3', 'hex');

function utf16(text: string, mark: boolean, bigEndian: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

test('text is found in every encoding evidence comes in, without its mark and with its line ends', () => {
  expect([
    decodeText(Buffer.from(chinese)), decodeText(Buffer.from(`\ufeff${chinese}`)), decodeText(Buffer.from('plain: text\n')), decodeText(Buffer.alloc(0)),
    decodeText(utf16(chinese, true, false)), decodeText(utf16(chinese, true, true)), decodeText(utf16(chinese, false, false)), decodeText(utf16(chinese, false, true)),
    decodeText(Buffer.from('name: \u001b[32mgreen\u001b[0m, and some more text of a log\n')),
  ]).toEqual([
    { encoding: 'utf-8', text: chinese }, { encoding: 'utf-8', text: chinese }, { encoding: 'utf-8', text: 'plain: text\n' }, { encoding: 'utf-8', text: '' },
    { encoding: 'utf-16le', text: chinese }, { encoding: 'utf-16be', text: chinese }, { encoding: 'utf-16le', text: chinese }, { encoding: 'utf-16be', text: chinese },
    { encoding: 'utf-8', text: 'name: \u001b[32mgreen\u001b[0m, and some more text of a log\n' },
  ]);
});

test('Chinese text in GBK and GB 18030 is found, also among much ASCII', () => {
  const fourByte = Buffer.concat([gbk, Buffer.from([0x81, 0x39, 0xee, 0x39])]);
  const yaml = Buffer.concat([Buffer.from('apiVersion: v1\nkind: ConfigMap\ndata:\n  note: "'), gbk, Buffer.from('"\n')]);

  expect([decodeText(gbk)?.encoding, decodeText(gbk)?.text.slice(0, 7), decodeText(fourByte)?.encoding, decodeText(yaml)?.encoding]).toEqual(['gb18030', '模型部署说明：', 'gb18030', 'gb18030']);
});

test('bytes that are no text are not called one', () => {
  const bytes = {
    picture: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    latin1: Buffer.from('caf\u00e9 r\u00e9sum\u00e9 \u00fcber', 'latin1'),
    zeros: Buffer.alloc(100),
    noise: Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 251 + 4)),
    controls: Buffer.from('\u0001\u0002\u0003abc'),
    utf32: Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
    oddUtf16: Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]),
    numbers: Buffer.from(new Uint16Array([1, 2, 3, 4, 5, 6, 7, 8, 9]).buffer),
    cutUtf8: Buffer.from('ok 模').subarray(0, 5),
    damagedUtf8: Buffer.concat([Buffer.from(chinese), Buffer.from([0xe6]), Buffer.from(chinese)]),
  };

  expect(Object.entries(bytes).map(([name, of]) => [name, decodeText(of)?.encoding ?? null])).toEqual(Object.keys(bytes).map((name) => [name, null]));
});
