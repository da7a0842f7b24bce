import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { database } from '../../builders/database.ts';
import { repositoryBuilder } from '../../builders/repository.ts';
import { workbook } from '../../builders/workbook.ts';
import { inTurn, poison } from './poison.ts';
import { asFileName, inXml, payloads as all, quoted } from './texts.ts';

/** Half signs and NUL bytes make a file no text at all: they have files of their own, so that the others are read. */
const payloads = all.filter((text) => text.isWellFormed() && !text.includes('\u0000'));
const fixtures = fileURLToPath(new URL('../../fixtures/importers/', import.meta.url));
type Put = (path: string, content: string | Uint8Array) => void;

/** Documents of known formats, whose words are replaced by payloads until each payload has had its turn. */
const documents: readonly (readonly [string, string])[] = [
  ['.github/workflows', 'github-actions/model-delivery.yml'], ['gitlab', 'gitlab-ci/model-delivery.gitlab-ci.yml'], ['rollouts', 'kubernetes/scorer-deployment.yaml'], ['bom', 'cyclonedx/ml-bom.json'], ['scan', 'sarif/codeql.sarif'], ['alerts', 'prometheus/model-alerts.yml'],
  ['mlflow', 'mlflow/run.json'], ['cards', 'model-card-toolkit/card.json'], ['croissant', 'croissant/croissant-1.1.json'], ['coverage', 'coverage-py/coverage.json'], ['policy', 'branch-policy/protection.json'],
];

/**
 * Writes a folder of evidence in which every payload stands in names of files and folders, keys, values, attributes,
 * comments, cells, links, commits and tags. Gives the number of files.
 */
export function writeHostileEvidence(folder: string): number {
  let files = 0;
  const put: Put = (path, content) => {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
    files += 1;
  };
  putNames(put);
  putDocuments(put);
  putServices(put);
  putTests(put);
  putTables(put);
  putCards(put);
  putPages(put);
  putReleases(put);
  putRepository(put);
  return files;
}

function putNames(put: Put): void {
  const service = (name: string): string => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${quoted(name)}}\nspec: {template: {spec: {containers: [{name: a, image: "example/scorer:1.0"}]}}}\n`;
  payloads.forEach((text, at) => {
    put(join('names', `${asFileName(text)}${at % 2 === 0 ? '.yaml' : ''}`), service(`named-${at}`));
    put(join('folders', asFileName(text), 'deployment.yaml'), service(`below-${at}`));
  });
  for (const [at, text] of all.filter((each) => !payloads.includes(each)).entries()) {
    put(`broken/${at}.json`, `{"accuracy": 0.9, ${quoted(text)}: 0.5}`);
    put(`broken/${at}.yaml`, service(text));
    put(`broken/${at}.txt`, text);
    put(`broken/${at}.csv`, `name,value\n${text},1\n`);
  }
}

function putDocuments(put: Put): void {
  for (const [folder, fixture] of documents) {
    const [first = ''] = readFileSync(join(fixtures, fixture), 'utf8').replaceAll('!reference ', '').split(/^---$/m);
    const whole = load(first);
    const { next, turns } = inTurn(payloads);
    for (let copy = 0; turns() === 0 && copy < 24; copy += 1) put(join(folder, `${copy}${extname(fixture)}`), quotedDocument(poison(whole, next)));
  }
}

/** JSON in pure ASCII, which is YAML too. */
function quotedDocument(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function putServices(put: Put): void {
  put('services/all.yaml', payloads.map((text) => `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: ${quoted(text)}, labels: {${quoted(text.slice(0, 500))}: ${quoted(text)}}}\nspec: {strategy: {canary: {steps: [{setWeight: 5}, {pause: {}}]}}, template: {spec: {containers: [{name: ${quoted(text)}, image: ${quoted(text)}}]}}}\n`).join('---\n'));
  put('services/raw.yaml', `# ${payloads.slice(0, 44).join('\n# ')}\nkind: Deployment\napiVersion: apps/v1\nmetadata: {name: commented}\nspec: {template: {spec: {containers: [{name: a, image: "example/a:1"}]}}}\n`);
  put('metrics.json', `{${payloads.map((text, at) => `${quoted(text)}: ${(at / 128).toFixed(4)}`).join(',\n')}}`);
}

function putTests(put: Put): void {
  const cases = payloads.map((text, at) => `<!-- ${inXml(text).replaceAll('--', '==')} --><testcase classname="${inXml(text)}" name="${inXml(text)}" time="0.1">${at % 3 === 0 ? `<failure message="${inXml(text)}"><![CDATA[${inXml(text).replaceAll(']]>', ']] >')}]]></failure>` : ''}</testcase>`);
  put('tests/junit.xml', `<?xml version="1.0" encoding="utf-8"?><testsuites name="${inXml(payloads[0] ?? '')}"><testsuite name="${inXml(payloads[1] ?? '')}" tests="${cases.length}" time="1" timestamp="2025-05-19T20:38:09Z">${cases.join('\n')}</testsuite></testsuites>`);
  put('tests/entities.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "https://evil.invalid/z.dtd">]><testsuites><testsuite name="&x;" tests="1"><testcase name="a"/></testsuite></testsuites>');
}

function putTables(put: Put): void {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  put('tables/cells.csv', `name,value,${cell(payloads[0] ?? '')}\n${payloads.map((text, at) => `${cell(text)},${at},${cell(text)}`).join('\n')}\n`);
  const rows = payloads.map((text, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t xml:space="preserve">${inXml(text)}</t></is></c><c r="B${at + 1}"><f>HYPERLINK("https://evil.invalid/${at}","x")</f><v>1</v></c></row>`);
  put('tables/cells.xlsx', workbook({ sheets: [{ name: '&lt;img&gt;', xml: `<sheetData>${rows.join('')}</sheetData>` }] }));
  const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  put('tables/mlflow.db', database([
    "CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('b7e4c1a90f23'); CREATE TABLE experiments (experiment_id, name, artifact_location, lifecycle_stage); CREATE TABLE runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time, source_version, lifecycle_stage, artifact_uri, experiment_id, deleted_time); CREATE TABLE params (key, value, run_uuid); CREATE TABLE tags (key, value, run_uuid); CREATE TABLE metrics (key, value, timestamp, run_uuid, step, is_nan); CREATE TABLE latest_metrics (key, value, timestamp, step, is_nan, run_uuid);",
    `INSERT INTO experiments VALUES (1, ${literal(payloads[0] ?? '')}, './a', 'active');`,
    ...payloads.map((text, at) => { const run = `'${String(at).padStart(32, '0')}'`; return `INSERT INTO runs VALUES (${run}, ${literal(text)}, 'LOCAL', ${literal(text)}, '', ${literal(text)}, 'FINISHED', 1684623849419, 1684623853222, '', 'active', './a', 1, NULL); INSERT INTO params VALUES (${literal(text)}, ${literal(text)}, ${run}); INSERT INTO latest_metrics VALUES (${literal(text)}, 0.5, 1, 1, 0, ${run});`; }),
  ].join('\n')));
}

function putCards(put: Put): void {
  put('README.md', `---\nlicense: other\nlibrary_name: transformers\nmodel-index:\n${payloads.map((text) => `- name: ${quoted(text)}\n  results:\n  - task: {type: text-classification, name: ${quoted(text)}}\n    dataset: {type: ${quoted(text)}, name: ${quoted(text)}}\n    metrics: [{type: accuracy, value: 0.9, name: ${quoted(text)}}]`).join('\n')}\n---\n\n# Model Card for ${payloads[0] ?? ''}\n\n## Uses\n\n${payloads.map((text) => `- ${text}`).join('\n')}\n`);
  put('model_card.md', `# ${payloads[1] ?? ''}\n\n## Model Details\n\n**Version:** 1\n**Owner:** ${payloads[2] ?? ''}\n\n## Intended Use\n\n${payloads.slice(0, 60).map((text) => `${text}\n\n![${text}](https://evil.invalid/card.png) [${text}](javascript:window.__pwned=1)`).join('\n\n')}\n\n## Limitations\n\n${payloads[3] ?? ''}\n\n## Performance Metrics\n\n| Metric | Value |\n|---|---|\n| accuracy | 0.9 |\n`);
  put('CHANGELOG.md', `# Changelog\n\n${payloads.map((text, at) => `## [1.${at}.0] - 2025-01-01\n\n### Added\n\n- ${text}\n`).join('\n')}`);
  put('notebook.ipynb', JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: payloads.map((text) => ({ cell_type: 'code', metadata: {}, source: [text], execution_count: 1, outputs: [{ output_type: 'display_data', metadata: {}, data: { 'text/html': [text], 'image/svg+xml': [text] } }] })) }));
}

function putPages(put: Put): void {
  put('pages/report.html', `<!doctype html><title>report</title>${payloads.join('\n')}`);
  put('pages/chart.svg', `<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1"><script>window.__pwned=1</script><image href="https://evil.invalid/svg.png"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.invalid/fo"></iframe></foreignObject>${payloads.map((text) => `<text>${inXml(text)}</text>`).join('\n')}</svg>`);
  put('pages/notes.md', payloads.join('\n\n'));
  put('pages/notes.txt', payloads.join('\n'));
}

/** A release whose approval does not go with its evaluation: contradictions quote what the files say. */
function putReleases(put: Put): void {
  const { next } = inTurn(payloads);
  const approval = JSON.parse(readFileSync(join(fixtures, 'release-folder/docs/releases/37efcb13-f1b6-42bb-9ad2-42a58a6e1e0a/approval_record.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const evaluation = readFileSync(join(fixtures, 'release-folder/docs/releases/37efcb13-f1b6-42bb-9ad2-42a58a6e1e0a/evaluation_results.yaml'), 'utf8');
  for (let at = 0; at < 24; at += 1) {
    const release = `docs/releases/37efcb13-f1b6-42bb-9ad2-${String(at).padStart(12, '0')}`;
    put(`${release}/approval_record.json`, quotedDocument({ ...(poison(approval, next) as object), failed_criteria: [next(), next()], thresholds_used: { [next()]: 0.8, accuracy: 0.7 } }));
    put(`${release}/evaluation_results.yaml`, evaluation.replaceAll('CODE_GENDER', quoted(next().slice(0, 500))));
  }
}

function putRepository(put: Put): void {
  const builder = repositoryBuilder();
  let parents: readonly string[] = [];
  const commits = payloads.map((text, at) => {
    const commit = builder.commit({ files: { 'a.py': String(at) }, parents, seconds: 1_700_000_000 + at * 1000, message: text, author: `${text.replaceAll(/[<>\n]/g, ' ')} <a@example.com>` });
    parents = [commit];
    return commit;
  });
  const named = (text: string): string => text.replace(/\s/g, '_').slice(0, 200);
  put('.git/HEAD', 'ref: refs/heads/main\n');
  put('.git/config', `[core]\n\tbare = false\n[remote "origin"]\n\turl = https://${'<img src=x onerror=window.__pwned=1>'}@evil.invalid/a/b.git\n`);
  put('.git/refs/heads/main', `${parents[0] ?? ''}\n`);
  put('.git/packed-refs', `# pack-refs with: peeled fully-peeled sorted\n${payloads.map((text, at) => `${commits[at] ?? ''} refs/${at % 2 === 0 ? 'tags' : 'heads'}/${named(text)}`).join('\n')}\n`);
  for (const [name, bytes] of builder.packed('none')) put(`.git/${name}`, bytes);
}
