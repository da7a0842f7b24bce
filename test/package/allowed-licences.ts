/** Licences under which a package may be shipped, as packages write them. A new one is a decision, not an update. */
export const allowedLicences: ReadonlySet<string> = new Set([
  'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'MPL-2.0', 'MIT AND OFL-1.1', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)',
]);
