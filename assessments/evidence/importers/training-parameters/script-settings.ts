/** Names that a program gives a value, and the lines between which they stand (1-based). */
export type ScriptSettings = { readonly names: readonly string[]; readonly first: number; readonly last: number };

const literal = String.raw`(?:[-+]?[0-9][\w.+-]*|True|False|None|["'][^"'\n]{0,200}["']|[\[(][^\])\n]{0,300}[\])])`;
/** `LEARNING_RATE = 1e-3`, `epochs: int = 10` at the top of a module, in a class of settings or a mapping; the value is written out. */
const assigned = new RegExp(String.raw`^ {0,8}([A-Za-z_]\w{0,80})\s*(?::\s*[\w.\[\], |]{1,80})?=\s*${literal}\s*,?\s*(?:#.*)?$`);
const keyed = new RegExp(String.raw`^\s{0,24}["']([A-Za-z_]\w{0,80})["']\s*:\s*${literal}\s*,?\s*(?:#.*)?$`);
/** `parser.add_argument("--lr", type=float, default=0.01)` and `@click.option('--epochs', default=10)`; the call may go on over lines. */
const option = /\b(?:add_argument|add_option|option|argument)\(/;
const optionName = /["']--?([A-Za-z][\w-]{0,80})["']/g;

/** How many lines are looked at, and over how many a call may go. */
const mostLines = 5_000;
const longestCall = 12;

/** The settings a Python program writes down as literals: constants, fields of settings classes, mappings, and defaults of its options. */
export function scriptSettings(lines: readonly string[]): ScriptSettings {
  const found = lines.slice(0, mostLines).flatMap((line, index) => namesAt(lines, line.slice(0, 1_000), index).map((name) => ({ name, line: index + 1 })));
  return { names: found.map(({ name }) => name), first: found[0]?.line ?? 1, last: found.at(-1)?.line ?? 1 };
}

function namesAt(lines: readonly string[], line: string, index: number): readonly string[] {
  const name = assigned.exec(line)?.[1] ?? keyed.exec(line)?.[1];
  if (name !== undefined) return [name];
  if (!option.test(line)) return [];
  const call = callFrom(lines, index);
  if (!/\bdefault\s*=\s*[^\s,)]/.test(call) || /\bdefault\s*=\s*None\b/.test(call)) return [];
  // Of a short and a long name the long one tells.
  return [...call.matchAll(optionName)].map(([, written = '']) => written.replaceAll('-', '_')).sort((one, other) => other.length - one.length).slice(0, 1);
}

/** The text of a call to the line that closes it. */
function callFrom(lines: readonly string[], index: number): string {
  const parts: string[] = [];
  let open = 0;
  for (const line of lines.slice(index, index + longestCall)) {
    const text = line.slice(0, 1_000);
    parts.push(text);
    open += (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0);
    if (open <= 0) break;
  }
  return parts.join(' ');
}
