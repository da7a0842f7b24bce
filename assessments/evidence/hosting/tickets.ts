const notTickets = /^(?:UTF|SHA|MD|ISO|RFC|CVE|GHSA|AES|RSA|HTTP|TLS|V|PEP|KEP|GPT|BERT|T|L)-/;

/** Issues and tickets that the texts of a change name: `#12`, `group/project#12`, `ABC-123`, `AB#7`, each once, at most 50. */
export function ticketsIn(...texts: readonly (string | null)[]): readonly string[] {
  const read = texts.map((text) => (text ?? '').slice(0, 20_000)).join('\n');
  const numbers = [...read.matchAll(/(?:^|[\s(（,，:：])((?:AB|[\w.-]{1,60}\/[\w.-]{1,60})?#[0-9]{1,7})\b/g)].map(([, found]) => found ?? '');
  const keys = [...read.matchAll(/\b[A-Z][A-Z0-9]{1,9}-[0-9]{1,7}\b/g)].map(([found]) => found).filter((key) => !notTickets.test(key));
  return [...new Set([...numbers, ...keys])].slice(0, 50);
}
