import type { Severity, XrayFinding, XrayKind } from '#assessments';

/** All conditions hold together; null and '' ask for nothing. */
export type FindingFilter = { readonly severity: Severity | null; readonly kind: XrayKind | null; readonly search: string };

/** The findings that fit, in the order they came; `sought` is how texts are compared. */
export function chosenFindings(findings: readonly XrayFinding[], { severity, kind, search }: FindingFilter, sought: (text: string) => string): readonly XrayFinding[] {
  const words = sought(search.trim()).split(/\s+/).filter((word) => word !== '');
  return findings.filter((finding) => {
    if ((severity !== null && finding.severity !== severity) || (kind !== null && finding.kind !== kind)) return false;
    const text = sought(`${finding.requirement ?? ''} ${finding.node} ${finding.file ?? ''} ${finding.zh} ${finding.en}`);
    return words.every((word) => text.includes(word));
  });
}

/** How many findings of a severity (null = any) there are of each kind that has some, in the order in which they first come. */
export function kindCounts(findings: readonly XrayFinding[], severity: Severity | null): readonly (readonly [XrayKind, number])[] {
  const counts = new Map<XrayKind, number>();
  for (const finding of findings) if (severity === null || finding.severity === severity) counts.set(finding.kind, (counts.get(finding.kind) ?? 0) + 1);
  return [...counts];
}
