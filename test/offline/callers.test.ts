import { describe, expect, test } from 'vitest';
import { allowedInSources } from './allowed-callers.ts';
import { callersBelow, callersIn } from './callers.ts';

const line = ({ file, what }: { readonly file: string; readonly what: string }): string => `${file}: ${what}`;

describe('nothing that is shipped calls out', () => {
  test('in the sources stands exactly what a reader allowed, with a reason each', () => {
    expect(callersBelow(['bin', 'electron', 'renderer', 'assessments']).map(line).sort()).toEqual(allowedInSources.map(line).sort());
    expect(allowedInSources.filter(({ why }) => why.length < 12)).toEqual([]);
  });

  test('a new caller would be seen, however it is written', () => {
    const written = [
      'await fetch("/x")', 'new WebSocket(url)', 'navigator.sendBeacon(u)', "import { connect } from 'node:net';", 'import dns from "dns/promises"', "const https = require('https')", 'autoUpdater.checkForUpdates()',
      '//# sourceMappingURL=a.map', '<link rel="dns-prefetch" href="//x.test">', "url('//x.test/font')", 'const place = `https://x.test/${id}`', 'wss://x.test', 'net.request(options)', 'shell.openExternal(link)', "import('undici')",
    ];

    expect(written.filter((text) => callersIn(text).length === 0)).toEqual([]);
    expect(callersIn("import type { Server } from 'node:http';\nconst fetched = prefetch;\n")).toEqual([]);
  });
});
