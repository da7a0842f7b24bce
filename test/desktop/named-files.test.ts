import { expect, test } from 'vitest';
import { isRemote, namedFiles } from '../../electron/desktop/named-files.ts';

test('the words of a command line name assessments, each once, seen from the folder they were spoken in', () => {
  const words = ['/opt/app/main.ts', '--enable-logging', '银行.maturity', './a/../b.maturity', '/data/c.MATURITY', 'file:///data/c%20d.maturity', 'b.maturity', 'report.pdf', '--x.maturity', ''];

  expect(namedFiles(words, '/home/li')).toEqual(['/home/li/银行.maturity', '/home/li/b.maturity', '/data/c.MATURITY', '/data/c d.maturity']);
});

test.each(['file://host/share/x.maturity', 'file:///%2e%2e%2f/x%2fy.maturity', 'file://%zz.maturity', 'https://evil.test/x.maturity'])('an address that is no file of this computer names no file elsewhere: %s', (word) => {
  expect(namedFiles([word], '/home/li').every((path) => path.startsWith('/home/li/'))).toBe(true);
});

test.each(['\\\\host\\share\\x.maturity', '//host/share/x.maturity', '\\\\?\\C:\\x.maturity', '\\\\.\\pipe\\x.maturity', '/\\host/x.maturity'])('%s leads to another computer or past the file system, and is left as it was spoken', (path) => {
  expect([isRemote(path), namedFiles([path], '/home/li')]).toEqual([true, [path]]);
});

test.each(['/data/x.maturity', 'C:\\data\\x.maturity', 'Z:\\x.maturity', 'x.maturity', 'a//b.maturity'])('%s is a path of this computer', (path) => {
  expect(isRemote(path)).toBe(false);
});
