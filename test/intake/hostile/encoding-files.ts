import { type HostileFile, files } from './hostile-file.ts';

const yaml = 'alpha: 部署\nbeta: 灰度发布\n';
const utf16 = (text: string, bigEndian: boolean, mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const utf32 = (text: string): Buffer => Buffer.concat([...`\ufeff${text}`].map((sign) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(sign.codePointAt(0) ?? 0);
  return bytes;
}));
const gbk = Buffer.from('c4a3d0cdb2bfcaf0cbb5c3f7a3bacfc8bbd2b6c8a3acbaf3c8abc1bfa1a3', 'hex');

export const encodingFiles: readonly HostileFile[] = [
  ...files('.yaml', 'taken', {
    'utf-8': yaml, 'utf-8-mark': `\ufeff${yaml}`, 'utf-16-le-mark': utf16(yaml, false, true), 'utf-16-be-mark': utf16(yaml, true, true), 'utf-16-le': utf16('alpha: beta gamma delta\n', false, false), 'utf-16-be': utf16('alpha: beta gamma delta\n', true, false),
    'gbk': Buffer.concat([Buffer.from('alpha: "'), gbk, Buffer.from('"\n')]), 'gb18030-four-bytes': Buffer.concat([Buffer.from('alpha: "'), gbk, Buffer.from([0x81, 0x39, 0xee, 0x39]), Buffer.from('"\n')]), 'crlf': yaml.replaceAll('\n', '\r\n'), 'terminal-colours': 'alpha: "\\e[31mred\\e[0m"\n',
  }),
  ...files('.yaml', 'taken: not-text', {
    'utf-32': utf32(yaml), 'latin-1': Buffer.from('alpha: caf\u00e9 r\u00e9sum\u00e9 \u00fcber\n', 'latin1'), 'bad-utf-8': Buffer.concat([Buffer.from(yaml), Buffer.from([0xe6, 0x28]), Buffer.from(yaml)]), 'overlong': Buffer.concat([Buffer.from('alpha: '), Buffer.from([0xc0, 0x80]), Buffer.from('\n')]),
    'encoded-surrogates': Buffer.concat([Buffer.from('alpha: '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('\n')]), 'cut-character': Buffer.from('alpha: 部').subarray(0, 9), 'odd-utf-16': Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), 'zeros': Buffer.alloc(1000), 'noise': Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 251 + 4)),
    'nul-in-text': Buffer.from('alpha: 1\n\u0000beta: 2\n', 'latin1'), 'controls': Buffer.from('\u0001\u0002\u0003\u0004alpha: 1', 'latin1'), 'beyond-unicode': Buffer.concat([Buffer.from('alpha: '), Buffer.from([0xf5, 0x80, 0x80, 0x80])]), 'utf-7-mark-then-binary': Buffer.concat([Buffer.from('+/v8-'), Buffer.alloc(50, 0)]),
    'big5': Buffer.from('616c7068613a20bcd2abacb3a1b870bba1a9faa7f3b773b5a6b2a4a5fda6c7abd7abe1a5feb6710a', 'hex'), 'half-surrogate-utf-16': Buffer.concat([utf16('alpha: ', false, true), Buffer.from([0x00, 0xd8, 0x0a, 0x00])]),
  }),
  ...files('.yaml', 'taken', { 'utf-7': '+ADw-script+AD4-: 1\n', 'declared-otherwise': '# -*- coding: utf-32 -*-\nalpha: 1\n', 'zero-width': 'al\u200bpha: 1\n', 'private-use': 'alpha: \ue000\n' }),
  ...files('.bin', 'taken', { 'zeros': Buffer.alloc(100), 'png-then-html': Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('<script>1</script>'), Buffer.alloc(4)]) }),
  ...files('.txt', 'taken: not-text', { 'text-then-binary': Buffer.concat([Buffer.from('a long text\n'.repeat(30_000)), Buffer.alloc(10)]) }),
  ...files('.pdf', 'taken: malformed', { 'pdf-and-html': '%PDF-1.7\n<html><script>1</script>\n%%EOF' }),
  ...files('.xls', 'taken: unread-format', { 'ole': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]) }),
  ...files('.rar', 'taken: unread-format', { 'rar': Buffer.concat([Buffer.from('526172211a0700', 'hex'), Buffer.alloc(100)]) }),
];
