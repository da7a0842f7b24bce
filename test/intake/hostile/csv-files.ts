import { type HostileFile, files, longFile } from './hostile-file.ts';

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

export const csvFiles: readonly HostileFile[] = [
  ...files('.csv', 'taken', {
    'proto-header': '__proto__,constructor,alpha,alpha\n1,2,3,4\n', 'open-quote': 'alpha,beta\n1,"never ends\n2,3\n', 'open-quote-long': `alpha,"${'x'.repeat(3_000_000)}`, 'quote-inside': 'alpha,be"ta\n1,2\n', 'ragged': 'alpha,beta\n1\n1,2,3,4,5\n\n,\n',
    'carriage-returns': 'alpha,beta\r1,2\r3,4\r', 'semicolons': 'alpha;beta\n1,5;2,5\n', 'byte-order-mark': '\ufeffalpha,beta\n1,2\n', 'utf-16': utf16('alpha,beta\n甲,乙\n'), 'formula': 'alpha,beta\n=cmd|\'/c calc\'!A0,@SUM(1)\n', 'nul-text': 'alpha,beta\n\\0,1\n',
    'wide': `${Array.from({ length: 20_000 }, (_, key) => `c${key}`).join(',')}\n1,2\n`, 'many-quotes': `alpha,beta\n"${'""'.repeat(300_000)}",1\n`, 'quotes-and-breaks': `alpha,beta\n${'"\n"'.repeat(50_000)}`, 'only-commas': `${','.repeat(500_000)}\n`, 'one-column': 'alpha\n1\n', 'bars': 'alpha|beta\n1|2\n',
    'long-field': `alpha,beta\n${'x'.repeat(5_000_000)},1\n`, 'unicode-breaks': 'alpha,beta\n1\u2028x,2\u0085\n', 'gbk': Buffer.concat([Buffer.from('name,note\n'), Buffer.from('c4a3d0cdb2bfcaf02cb8fcd0c2b2dfc2d4', 'hex'), Buffer.from('\n')]),
    'mixed-breaks': 'alpha,beta\r\n1,2\n3,4\r5,6', 'no-last-break': 'alpha,beta\n1,2', 'quote-then-text': 'alpha,beta\n"1"2,3\n',
  }),
  ...files('.csv', 'taken: empty', { 'nothing': '', 'blank': '\n\n\n' }),
  ...files('.csv', 'taken: not-text', { 'zero-bytes': Buffer.from('alpha,beta\n1,\u0000\n\u0001\u0002\u0003', 'latin1'), 'half-utf-16': Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]) }),
  ...files('.tsv', 'taken', { 'tabs': 'alpha\tbeta\n1\t2\n', 'proto': '__proto__\tx\n1\t2\n' }),
  longFile('rows-300000.csv', () => `alpha,beta\n${'1,2\n'.repeat(300_000)}`, 'taken'),
  longFile('open-quote-20-megabytes.csv', () => `alpha,"${'x'.repeat(20_000_000)}`, 'taken'),
  longFile('field-52-megabytes.csv', () => `alpha,${'x'.repeat(54_000_000)}`, 'taken: too-large'),
];
