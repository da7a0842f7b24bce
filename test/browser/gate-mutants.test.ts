import { readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { passGate } from '../../electron/browser/gate.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { faultsOf } from './gate-probes.ts';

const gateFile = fileURLToPath(new URL('../../electron/browser/gate.ts', import.meta.url));
const routesFile = new URL('../../electron/browser/routes.ts', import.meta.url);

/** Ways to break the gate: what is taken out or bent, and what stands there instead. */
const mutants: Readonly<Record<string, readonly [string, string]>> = {
  'the Host is not looked at': ['if (hosts.length !== 1 || hosts[0] !== `127.0.0.1:${port}`) return 421;', ''],
  'a second Host is let through': ['hosts.length !== 1 || hosts[0]', 'hosts.length === 0 || hosts[0]'],
  'a Host only has to begin as ours': ['hosts[0] !== `127.0.0.1:${port}`', '!hosts[0].startsWith(`127.0.0.1:${port}`)'],
  'any port will do': ['hosts[0] !== `127.0.0.1:${port}`', '!hosts[0].startsWith(`127.0.0.1:`)'],
  'X-Forwarded-Host stands in for the Host': ["const hosts = headerValues(head, 'host');", "const hosts = [...headerValues(head, 'x-forwarded-host'), ...headerValues(head, 'host')].slice(0, 1);"],
  'the Host is looked at after the target': ['const fault = faultOfHead(head, keeper);\n  if (fault !== null) return refuse(fault);', 'if (!isOriginForm(head.target)) return refuse(400);\n  if (keeper.isPage(head.target)) return { to: "page", path: head.target, withBody: true };\n  const fault = faultOfHead(head, keeper);\n  if (fault !== null) return refuse(fault);'],
  'headers are not counted': ['if (head.rawHeaders.length > 2 * limits.headers) return 431;', ''],
  'any target will do': ['return isOriginForm(head.target) ? null : 400;', 'return null;'],
  'two slashes begin a path': ['(?![/\\\\])', ''],
  'the origin is not looked at': ['if (origins.some((origin) => origin !== `http://127.0.0.1:${port}`)) return false;', ''],
  'the origin null is ours': ['origin !== `http://127.0.0.1:${port}`', 'origin !== "null" && origin !== `http://127.0.0.1:${port}`'],
  'where a request comes from is not looked at': ["return sites.every((site) => site === 'same-origin' || site === 'none' || (navigation && head.method === 'GET'));", 'return true;'],
  'the same site is as good as the same origin': ["site === 'same-origin' ||", "site === 'same-origin' || site === 'same-site' ||"],
  'any navigation is let in, wherever to': ['const navigation = page && ', 'const navigation = '],
  'frames count as navigations': ["&& headerValues(head, 'sec-fetch-dest').every((destination) => destination === 'document')", ''],
  'the token is not looked at': ["if (route.access === 'bearer' && !known) return refuse(401, wrongToken);", ''],
  'any token will do': ['const known = token !== undefined && keeper.isToken(token);', 'const known = token !== undefined;'],
  'a second Authorization is ignored': ['return more.length > 0 ? undefined : /^Bearer', 'return more.length > 99 ? undefined : /^Bearer'],
  'any scheme will do': ['/^Bearer ([', '/^\\w+ ([', ],
  'a stranger learns what is there': ['refuse(known ? statusOfUnknown(', 'refuse(true ? statusOfUnknown('],
  'a page may hand over': ['if (!mayTry(route, head)) return 403;', ''],
  'any type of body will do': ["if (route.body === 'json' && !isJson(head)) return 415;", ''],
  'a type only has to begin as JSON': ['(; ?charset=utf-8)?$/i', '/i'],
  'the announced length is not looked at': ["return Number(headerValues(head, 'content-length')[0] ?? 0) > limits[route.atMost] ? 413 : null;", 'return null;'],
  'a body comes where none belongs': ['if (route.atMost === null) return hasBody(head) ? 400 : null;', 'if (route.atMost === null) return null;'],
  'a page may be asked with a body': ['return hasBody(head) ? refuse(400)', 'return false ? refuse(400)'],
  'a body in pieces is not seen': ["headerValues(head, 'transfer-encoding').length > 0 ||", ''],
  'names of headers are told by their case': ['?.toLowerCase() === name', ' === name'],
};

test('the gate holds against everything that is tried', () => {
  expect(faultsOf(passGate)).toEqual([]);
});

test.each(Object.entries(mutants))('would be noticed: %s', async (_name, [from, to]) => {
  const source = readFileSync(gateFile, 'utf8');
  const broken = source.replace(from, () => to);
  const file = join(temporaryFolder(), 'gate.mjs');
  writeFileSync(file, stripTypeScriptTypes(broken).replace('./routes.ts', routesFile.href));

  const { passGate: mutant } = await import(/* @vite-ignore */ pathToFileURL(file).href) as { readonly passGate: typeof passGate };

  expect(broken).not.toBe(source);
  expect(faultsOf(mutant).length).toBeGreaterThan(0);
});
