/** Writes docs/facts.md: every fact type with its fields, the importers that give it and the sub-items whose checks use it. With --check it only says whether the page is up to date. */
import './node-version.mjs';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

// Loaded when the version is known: an old Node cannot read TypeScript and would say so instead.
const { factTypes, importers, loadPack } = await import('#assessments');
const { factFamilies } = await import('../assessments/evidence/facts.ts');

const page = 'docs/facts.md';
const families = {
  'release': 'Releases and their gates', 'source-control': 'Source control and change', 'data': 'Data and features', 'model': 'Models and prompts', 'pipeline': 'Pipelines and lineage',
  'testing': 'Tests, coverage and scans', 'evaluation': 'Evaluation and metrics', 'supply-chain': 'Artefacts, bills of materials, provenance', 'environment': 'Environments and retirement',
  'deployment': 'Deployment', 'traffic': 'Traffic', 'monitoring': 'Monitoring, drift, incidents', 'governance': 'Risk and contradictions', 'documents': 'Documents and pictures',
};

const words = { boolean: 'yes or no', string: 'text', number: 'number' };

const text = render();
if (!process.argv.includes('--check')) {
  mkdirSync('docs', { recursive: true });
  writeFileSync(page, text);
} else if (!existsSync(page) || readFileSync(page, 'utf8') !== text) {
  process.stderr.write(`${page} is not up to date: run npm run facts-page\n`);
  process.exitCode = 1;
}

function render() {
  const given = givenBy();
  const used = usedBy();
  const head = `# Facts\n\nWhat importers read out of evidence, and what the checks of a catalogue pack are written against: ${Object.keys(factTypes).length} types. Every fact has its \`type\`, the \`place\` it was read from and, where it was read from several files, \`also\` the others. Every field is always there: a scalar that the file does not state is \`null\`, a list it does not state is empty. Facts that only several files state together come after those of single files, and contradictions between facts are facts too.\n\nThis page is made by \`npm run facts-page\`; the types are in \`assessments/evidence/facts/\`. “Read by” counts what the samples in \`test/fixtures/importers\` give.\n`;
  const contents = Object.entries(factFamilies).map(([family, types]) => `- ${families[family]}: ${Object.keys(types).map((type) => `[${type}](#${anchor(type)})`).join(', ')}`).join('\n');
  const sections = Object.entries(factFamilies).map(([family, types]) => `\n## ${families[family]}\n${Object.keys(types).map((type) => section(type, given.get(type), used.get(type))).join('')}`);
  return `${head}\n${contents}\n${sections.join('')}`;
}

function section(type, importersOfType, subItems) {
  const schema = factTypes[type];
  const rows = Object.entries(schema.shape).filter(([name]) => !['type', 'place', 'also'].includes(name)).map(([name, field]) => `| \`${name}\` | ${kindOf(field)} | ${cell(field.description ?? '')} |`);
  const by = type === 'contradiction' ? 'all importers together' : [...importersOfType ?? []].sort().join(', ') || 'no importer yet';
  return `\n### ${type}\n\n${schema.description}. Read by: ${by}. Used in checks of: ${[...subItems ?? []].sort().join(', ') || 'no sub-item yet'}.\n\n| field | kind | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function kindOf(field) {
  const { def } = field;
  if (def.type === 'readonly') return kindOf(def.innerType);
  if (def.type === 'nullable') return `${kindOf(def.innerType)} or null`;
  if (def.type === 'array') return `list of ${kindOf(def.element)}s`;
  if (def.type === 'enum' || def.type === 'literal') return (def.values ?? Object.values(def.entries)).map((value) => `\`${value}\``).join(' ');
  return field.isInt ? 'whole number' : words[def.type];
}

/** Fact types by the importers in whose samples they occur. */
function givenBy() {
  const root = 'test/fixtures/importers';
  const known = new Set(importers.map(({ id }) => id));
  const goldens = readdirSync(root, { recursive: true }).map((name) => String(name).replaceAll('\\', '/')).filter((name) => name.endsWith('.facts.json') && known.has(name.split('/')[0])).sort();
  return grouped(goldens.flatMap((name) => JSON.parse(readFileSync(`${root}/${name}`, 'utf8')).map(({ type }) => [type, name.split('/')[0]])));
}

/** Fact types by the sub-items whose checks look at them. */
function usedBy() {
  const folders = readdirSync('assessments/packs').sort();
  return grouped(folders.flatMap((folder) => {
    const names = readdirSync(`assessments/packs/${folder}`).filter((name) => name.endsWith('.yaml')).sort();
    const pack = loadPack(names.map((name) => ({ path: name, text: readFileSync(`assessments/packs/${folder}/${name}`, 'utf8') })));
    if (!pack.ok) throw new Error(`the pack ${folder} does not load`);
    return pack.value.groups.flatMap((group) => group.requirements.flatMap(({ checks }) => checks.flatMap(({ fact, join }) => [[fact, `${group.id} ${group.en}`], ...(join ? [[join.fact, `${group.id} ${group.en}`]] : [])])));
  }));
}

function grouped(pairs) {
  const groups = new Map();
  for (const [key, value] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(value));
  return groups;
}

function cell(written) {
  return written.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function anchor(type) {
  return type.replaceAll('.', '');
}
