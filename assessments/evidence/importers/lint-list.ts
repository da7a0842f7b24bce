import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { type Finding, type Severity, findingCounts } from '../scan/scan-report.ts';
import { type Spot, at, isMapping, items, members, placeOf, rootSpots, textAt } from '../spot.ts';

/** JSON lists of pylint (`--output-format=json` or `json2`) and of flake8 (flake8-json). */
export const lintList: Importer = {
  id: 'lint-list',
  title: { zh: 'pylint / flake8 检查结果', en: 'pylint and flake8 results' },
  recognises: (file, documents) => documents.kind === 'json' && rootSpots(file.path, documents).some((root) => formOf(root) !== null),
  read: (file, documents) => ({ facts: rootSpots(file.path, documents).flatMap((root) => factsOf(root)), diagnostics: [] }),
};

type Form = 'pylint' | 'pylint2' | 'flake8';

/** An empty list or mapping is a clean run, but only its name can say of which tool. */
function formOf(root: Spot): Form | null {
  if (isEmpty(root.value)) return Array.isArray(root.value) ? named(root.file, 'pylint') : named(root.file, 'flake8');
  if (Array.isArray(root.value)) return items(root).every(isPylintMessage) ? 'pylint' : null;
  if (isMapping(at(root, 'statistics').value) && items(at(root, 'messages')).every(isPylintMessage) && isMapping(at(root, 'statistics', 'messageTypeCount').value)) return 'pylint2';
  return isFlake8(root) ? 'flake8' : null;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function named<Tool extends Form>(file: string, tool: Tool): Tool | null {
  const segments = file.toLowerCase().split('/').slice(-3);
  return segments.some((segment) => new RegExp(`(?:^|[^a-z])${tool}(?:[^a-z]|$)`).test(segment)) ? tool : null;
}

function isPylintMessage(message: Spot): boolean {
  return textAt(message, 'type') !== null && textAt(message, 'symbol') !== null && textAt(message, 'message') !== null && (textAt(message, 'message-id') ?? textAt(message, 'messageId')) !== null;
}

/** Lists by file; at least one holds something, and everything in them is a finding. */
function isFlake8(root: Spot): boolean {
  const found = members(root).flatMap(([, list]) => (Array.isArray(list.value) ? items(list) : [list]));
  return found.length > 0 && found.every((one) => textAt(one, 'code') !== null && textAt(one, 'line_number') !== null && textAt(one, 'text') !== null);
}

function factsOf(root: Spot): readonly FactOf<'scan.result'>[] {
  switch (formOf(root)) {
    case 'pylint': return [scanFact(root, 'pylint', pylintFindings(items(root)), filesNamed(items(root), 'path'))];
    case 'pylint2': return [scanFact(root, 'pylint', pylintFindings(items(at(root, 'messages'))), Number(textAt(root, 'statistics', 'modulesLinted')) || filesNamed(items(at(root, 'messages')), 'path'))];
    case 'flake8': return [scanFact(root, 'flake8', members(root).flatMap(([, list]) => items(list).map(flake8Finding)), members(root).length)];
    case null: return [];
  }
}

function scanFact(root: Spot, tool: 'pylint' | 'flake8', findings: readonly Finding[], files: number | null): FactOf<'scan.result'> {
  return {
    type: 'scan.result', place: placeOf(root), also: [], repository: null, commit: null, image: null, imageDigest: null,
    tool, toolVersion: null, kind: 'lint', ...findingCounts(findings), suppressed: 0, rules: 0, files: files === 0 ? null : files, executed: true, at: dayInName(root.file),
  };
}

const severities: Readonly<Record<string, Severity>> = { fatal: 'error', error: 'error', warning: 'warning' };

function pylintFindings(messages: readonly Spot[]): readonly Finding[] {
  return messages.map((message) => {
    const type = textAt(message, 'type') ?? '';
    return { rule: textAt(message, 'symbol') ?? '', severity: Object.hasOwn(severities, type) ? severities[type] ?? 'note' : 'note' };
  });
}

/** F (pyflakes) and E9 (it does not run) are errors, W are warnings; style and complexity are notes. */
function flake8Finding(finding: Spot): Finding {
  const code = textAt(finding, 'code') ?? '';
  return { rule: code, severity: /^(?:F|E9)/.test(code) ? 'error' : code.startsWith('W') ? 'warning' : 'note' };
}

function filesNamed(messages: readonly Spot[], key: string): number {
  return new Set(messages.map((message) => textAt(message, key))).size;
}

/** Neither format says when it ran; runs that are kept for a trend have the day in their name. */
function dayInName(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, year, month, day] = /(?:^|[^0-9])(20[0-9]{2})[-_.]?([01][0-9])[-_.]?([0-3][0-9])(?:[^0-9]|$)/.exec(name) ?? [];
  return year === undefined ? null : instantOf(`${year}-${month}-${day}`);
}
