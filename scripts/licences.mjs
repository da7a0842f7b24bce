/** Writes the list of everything that is shipped, with the texts of the licences: what was bundled, what lies beside it, and Electron. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

/** Beside what was bundled: native packages, the font, Electron, and the bundler, whose runtime is in every bundle. */
const named = ['better-sqlite3', '@resvg/resvg-js', '@expo-google-fonts/noto-sans-sc', 'highs', 'electron', 'rolldown'];
const isText = (file) => /^(licen[cs]e|copying|notice)/i.test(file);

/** Their package.json says nothing, their licence file does. */
const unsaid = { 'png-js': 'MIT' };
/** What a package whose folder holds no text means by the name of its licence. */
const texts = {
  'MIT': (holder) => `MIT License\n\nCopyright (c) ${holder}\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.\n`,
  'ISC': (holder) => `ISC License\n\nCopyright (c) ${holder}\n\nPermission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.\n`,
};
const notes = {
  'electron': '\nElectron contains Chromium, Node.js and other works; their licences stand in LICENSES.chromium.html beside the program.\n',
  'unpdf': '\nIt contains pdf.js, copyright Mozilla Foundation, under the Apache License, Version 2.0; the text of that licence stands with echarts.\n',
  'better-sqlite3': '\nIt contains SQLite, which is in the public domain.\n',
};

/** `bundled`: folders of packages, from the root of the project. */
export function writeLicences(path, bundled) {
  writeFileSync(path, `${JSON.stringify(licences(bundled), null, 1)}\n`);
}

/** The maps that say what codes of Chinese fonts in a PDF mean, by the version of the largest of them; no package holds them. */
const characterMaps = { name: 'Adobe cmap-resources', version: '5 (Adobe-GB1), 7 (Adobe-CNS1)', licence: 'BSD-3-Clause', text: () => readFileSync('electron/character-maps/LICENSE', 'utf8') };

/** One entry for each package and version, sorted by name. */
export function licences(bundled) {
  const folders = new Set([...bundled, ...named.map((name) => `node_modules/${name}`), ...nativeParts()]);
  const entries = new Map([...[...folders].map(entry), { ...characterMaps, text: characterMaps.text() }].map((one) => [`${one.name} ${one.version}`, one]));
  return [...entries.keys()].sort().map((key) => entries.get(key));
}

/** The part of resvg for this system, the only one that is installed. */
function nativeParts() {
  return readdirSync('node_modules/@resvg').filter((name) => name !== 'resvg-js').map((name) => `node_modules/@resvg/${name}`);
}

function entry(folder) {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const { name, version } = manifest;
  const licence = typeof manifest.license === 'string' ? manifest.license : unsaid[name] ?? 'unknown';
  return { name, version, licence, text: `${textOf(folder, manifest, licence)}${notes[name] ?? ''}` };
}

function textOf(folder, manifest, licence) {
  const from = folder.startsWith('node_modules/@resvg/resvg-js-') ? 'node_modules/@resvg/resvg-js' : folder;
  const files = readdirSync(from, { withFileTypes: true }).filter((one) => one.isFile() && isText(one.name)).map(({ name }) => name).sort();
  if (files.length > 0) return files.map((file) => readFileSync(`${from}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n').concat('\n');
  return texts[licence.split('/')[0]]?.(holderOf(manifest)) ?? '';
}

function holderOf({ name, author, contributors }) {
  const person = author ?? contributors?.[0] ?? `the authors of ${name}`;
  return typeof person === 'string' ? person.replace(/ *[<(].*$/, '') : person.name;
}
