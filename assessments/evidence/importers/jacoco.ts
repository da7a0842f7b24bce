import { type CoveredFile, type Share, coverageFact, summed } from '../coverage.ts';
import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { type XmlElement, elementsNamed } from '../xml-document.ts';
import { childrenNamed, valueOf, wholeIn } from '../xml-value.ts';

/** JaCoCo XML. */
export const jacoco: Importer = {
  id: 'jacoco',
  title: { zh: 'JaCoCo 覆盖率报告', en: 'JaCoCo coverage report' },
  recognises: (_file, documents) => documents.kind === 'xml' && isJacoco(documents.root),
  read: (file, documents) => ({ facts: documents.kind === 'xml' ? [reportFact(documents.root, file.path)] : [], diagnostics: [] }),
};

function isJacoco(root: XmlElement): boolean {
  return root.name === 'report' && elementsNamed(root, 'counter').some((counter) => valueOf(counter, 'missed') !== null && valueOf(counter, 'covered') !== null);
}

function reportFact(root: XmlElement, file: string): FactOf<'coverage.report'> {
  const [session] = childrenNamed(root, 'sessioninfo');
  const packages = elementsNamed(root, 'package');
  const files = packages.flatMap((owner) => childrenNamed(owner, 'sourcefile').map((source): CoveredFile => ({
    name: `${valueOf(owner, 'name') ?? ''}/${valueOf(source, 'name') ?? ''}`, lines: counterOf(source, 'LINE') ?? { covered: 0, total: 0 },
  })));
  return coverageFact({
    system: 'jacoco', place: { file, lines: root.lines }, at: session === undefined ? null : instantOf(valueOf(session, 'dump', 'start')),
    lines: counterOf(root, 'LINE') ?? summed(files.map(({ lines }) => lines)), branches: counterOf(root, 'BRANCH'),
    files, packages: packages.map((owner) => valueOf(owner, 'name') ?? ''),
  });
}

function counterOf(element: XmlElement, type: string): Share | null {
  const counter = childrenNamed(element, 'counter').find((one) => valueOf(one, 'type') === type);
  const [missed, covered] = counter === undefined ? [null, null] : [wholeIn(counter, 'missed'), wholeIn(counter, 'covered')];
  return missed === null || covered === null ? null : { covered, total: missed + covered };
}
