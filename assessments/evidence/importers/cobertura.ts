import { type CoveredFile, type Share, coverageFact, roundedPercent, summed } from '../coverage.ts';
import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { type XmlElement, elementsNamed } from '../xml-document.ts';
import { childrenNamed, decimalIn, valueOf, wholeIn } from '../xml-value.ts';

/** Cobertura XML of any writer: coverage.py, coverlet, gcovr, SimpleCov, istanbul, MATLAB … */
export const cobertura: Importer = {
  id: 'cobertura',
  title: { zh: 'Cobertura 覆盖率报告', en: 'Cobertura coverage report' },
  recognises: (_file, documents) => documents.kind === 'xml' && isCobertura(documents.root),
  read: (file, documents) => ({ facts: documents.kind === 'xml' ? [reportFact(documents.root, file.path)] : [], diagnostics: [] }),
};

/** Clover has a `coverage` root too, with `project` inside and no rates. */
function isCobertura(root: XmlElement): boolean {
  return root.name === 'coverage' && (valueOf(root, 'line-rate', 'lines-valid') !== null || childrenNamed(root, 'packages').length > 0);
}

/** Counted line by line where lines are listed, else as the attributes state. */
function reportFact(root: XmlElement, file: string): FactOf<'coverage.report'> {
  const files = filesIn(root);
  const counted = files.some(({ lines }) => lines.total > 0);
  return coverageFact({
    system: 'cobertura', place: { file, lines: root.lines }, at: instantOf(valueOf(root, 'timestamp')),
    lines: counted ? summed(files.map(({ lines }) => lines)) : statedShare(root, 'lines-covered', 'lines-valid'),
    statedLines: roundedPercent(decimalIn(root, 'line-rate')),
    branches: summed(files.flatMap(({ branches }) => (branches.total > 0 ? [branches] : []))) ?? statedShare(root, 'branches-covered', 'branches-valid'),
    statedBranches: roundedPercent(decimalIn(root, 'branch-rate')),
    files,
    packages: elementsNamed(root, 'package').map((named) => valueOf(named, 'name') ?? ''),
  });
}

function statedShare(root: XmlElement, coveredName: string, totalName: string): Share | null {
  const [covered, total] = [wholeIn(root, coveredName), wholeIn(root, totalName)];
  return covered === null || total === null ? null : { covered, total };
}

type CountedFile = CoveredFile & { readonly branches: Share };

/** Several classes can stand in one file, and one line in several classes. */
function filesIn(root: XmlElement): readonly CountedFile[] {
  const classes = elementsNamed(root, 'class');
  const byFile = Map.groupBy(classes, (element) => valueOf(element, 'filename') ?? valueOf(element, 'name') ?? '');
  return [...byFile].map(([name, own]) => fileOf(name, own));
}

function fileOf(name: string, classes: readonly XmlElement[]): CountedFile {
  const lines = classes.flatMap((element) => childrenNamed(element, 'lines')).flatMap((list) => childrenNamed(list, 'line'));
  const byNumber = [...Map.groupBy(lines, (line) => valueOf(line, 'number') ?? '').values()];
  const counted = { covered: byNumber.filter((same) => same.some(isHit)).length, total: byNumber.length };
  const branches = summed(byNumber.flatMap((same) => same.flatMap(conditionsOf).slice(-1))) ?? { covered: 0, total: 0 };
  return lines.length > 0 ? { name, lines: counted, branches } : { name, lines: counted, branches, untouched: classes.every((element) => decimalIn(element, 'line-rate') === 0) };
}

function isHit(line: XmlElement): boolean {
  return /[1-9]/.test(valueOf(line, 'hits') ?? '');
}

/** `50% (1/2)`. */
function conditionsOf(line: XmlElement): readonly Share[] {
  const [, covered, total] = /\(([0-9]{1,6})\/([0-9]{1,6})\)/.exec(valueOf(line, 'condition-coverage') ?? '') ?? [];
  return total === undefined ? [] : [{ covered: Number(covered), total: Number(total) }];
}
