import type { Gatekeeper, Head, Passage } from '../../electron/browser/gate.ts';
import { limits } from '../../electron/browser/limits.ts';
import { routes } from '../../electron/browser/routes.ts';
import { foreignHosts } from './foreign-hosts.ts';

type Gate = (head: Head, keeper: Gatekeeper) => Passage;
type Probe = { readonly name: string; readonly head: Head; readonly wanted: string };

const port = 4711;
const keeper: Gatekeeper = { port, isPage: (path) => path === '/' || path === '/assets/app.js', isToken: (token) => token === 'good', limits };
const host = `Host: 127.0.0.1:${port}`;
const good = 'Authorization: Bearer good';
const json = 'Content-Type: application/json';
const addresses = ['GET /', 'GET /assets/app.js', 'GET /unknown', ...routes.map(({ method, example }) => `${method} ${example}`)];

/** What a gate does other than it should, of all that may be tried on it: empty for a gate that holds. */
export function faultsOf(gate: Gate): readonly string[] {
  return probes().flatMap(({ name, head, wanted }) => {
    const passage = gate(head, keeper);
    const said = passage.to === 'refusal' ? String(passage.status) : 'passes';
    return said === wanted ? [] : [`${name}: ${said} instead of ${wanted}`];
  });
}

function probe(what: string, wanted: string, first: string, ...headers: readonly string[]): Probe {
  const at = first.indexOf(' ');
  return { name: `${first} ${what}`, wanted, head: { method: first.slice(0, at), target: first.slice(at + 1), rawHeaders: headers.flatMap((header) => [header.slice(0, header.indexOf(':')), header.slice(header.indexOf(':') + 1).trim()]) } };
}

function probes(): readonly Probe[] {
  return [...hosts(), ...targets(), ...origins(), ...keys(), ...bodies()];
}

function hosts(): readonly Probe[] {
  return addresses.flatMap((first) => foreignHosts(port).map((lines) => probe(`with ${lines.join(' + ')}`, '421', first, ...lines, good, json)));
}

function targets(): readonly Probe[] {
  const many = Array.from({ length: limits.headers }, (_header, index) => `X-${index}: y`);
  return [
    ...[`http://127.0.0.1:${port}/`, '//attacker.test/', '/\\attacker.test', '*', '/a\\b', '/a b', '/a\u0000', '/ä', ''].map((target) => probe('as a target', '400', `GET ${target}`, host, good)),
    ...['/..%2fetc', '/%2e%2e/x', '/assets/', '/assets/app.js.map', '/api/call/', '/API/call'].flatMap((target) => [probe('before login', '403', `GET ${target}`, host), probe('after login', '404', `GET ${target}`, host, good)]),
    probe('with too many headers', '431', 'GET /', host, ...many), probe('with as many headers as may be', 'passes', 'GET /', host, ...many.slice(1)),
  ];
}

function origins(): readonly Probe[] {
  const foreign = ['Origin: http://evil.test', 'Origin: null', 'Origin: ', `Origin: http://localhost:${port}`, `Origin: https://127.0.0.1:${port}`, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Site: same-site', 'Sec-Fetch-Site: '];
  const elsewhere = routes.flatMap(({ method, example }) => foreign.map((header) => probe(`with ${header}`, '403', `${method} ${example}`, host, good, json, header)));
  const navigation = [host, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'];
  return [
    ...elsewhere,
    ...['GET /api/uploads/x', 'POST /', 'GET /nowhere'].flatMap((first) => foreign.map((header) => probe(`with ${header}`, '403', first, host, good, header))),
    ...foreign.slice(0, 5).map((header) => probe(`with ${header}`, '403', 'GET /', host, header)),
    probe('as a script of another site', '403', 'GET /assets/app.js', host, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script'),
    probe('in a frame of another site', '403', 'GET /', ...navigation, 'Sec-Fetch-Dest: iframe'),
    probe('as a navigation from another site', 'passes', 'GET /', ...navigation, 'Sec-Fetch-Dest: document'),
    probe('as a navigation from another site', '403', 'HEAD /', ...navigation, 'Sec-Fetch-Dest: document'),
    probe('from our own page', 'passes', 'POST /api/call', host, good, json, `Origin: http://127.0.0.1:${port}`, 'Sec-Fetch-Site: same-origin'),
    ...['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors', `Origin: http://127.0.0.1:${port}`].map((header) => probe(`from a page, with ${header}`, '403', 'POST /api/hand-over', host, json, header)),
    probe('from a program', 'passes', 'POST /api/hand-over', host, json),
  ];
}

function keys(): readonly Probe[] {
  const strange = [[], ['Authorization: Bearer bad'], ['Authorization: Basic good'], ['Authorization: bearer good'], [good, good], ['Cookie: token=good'], ['X-Authorization: Bearer good']];
  return [
    ...routes.flatMap(({ method, example, access }) => strange.map((key) => probe(`with ${key.join(' + ')}`, access === 'bearer' ? '401' : 'passes', `${method} ${example}`, host, json, ...key))),
    ...routes.filter(({ access }) => access === 'bearer').map(({ method, example }) => probe('logged in', 'passes', `${method} ${example}`, host, json, good)),
    ...strange.map((key) => probe(`with ${key.join(' + ')}`, '403', 'DELETE /api/call', host, ...key)), probe('logged in', '405', 'DELETE /api/call', host, good), probe('logged in', '405', 'PUT /', host, good),
  ];
}

function bodies(): readonly Probe[] {
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json; charset=gbk', 'application/jsonp', ''];
  const kept = routes.flatMap(({ method, example, atMost }) => (atMost === null ? [] : [{ method, example, most: limits[atMost] }]));
  return [
    ...routes.filter(({ body }) => body === 'json').flatMap(({ method, example }) => [...types.map((type) => probe(`as ${type}`, '415', `${method} ${example}`, host, good, `Content-Type: ${type}`)), probe('as two types', '415', `${method} ${example}`, host, good, json, json), probe('as nothing', '415', `${method} ${example}`, host, good)]),
    ...kept.flatMap(({ method, example, most }) => [probe('with as much as may be', 'passes', `${method} ${example}`, host, good, json, `Content-Length: ${most}`), probe('with more than may be', '413', `${method} ${example}`, host, good, json, `Content-Length: ${most + 1}`)]),
    ...['GET /', 'HEAD /', ...routes.filter(({ atMost }) => atMost === null).map(({ method, example }) => `${method} ${example}`)].flatMap((first) => [
      probe('with a body', '400', first, host, good, 'Content-Length: 1'), probe('with a body in pieces', '400', first, host, good, 'Transfer-Encoding: chunked'), probe('with an empty body', 'passes', first, host, good, 'Content-Length: 0'),
    ]),
  ];
}
