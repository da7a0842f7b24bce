/** Tries mutations `from` … `to` of an original and prints one outcome a line: node mutating-process.ts original.json folder from to */
import { readFileSync } from 'node:fs';
import { type Original, tryMutation } from '../builders/mutations.ts';

const [about = '', folder = '', from = '0', to = '0'] = process.argv.slice(2);
const original = JSON.parse(readFileSync(about, 'utf8')) as Original;
for (let seed = Number(from); seed < Number(to); seed += 1) process.stdout.write(`${JSON.stringify(tryMutation(original, folder, seed))}\n`);
