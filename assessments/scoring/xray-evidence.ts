import { thirds } from './levels.ts';
import type { Found, XrayRule } from './xray.ts';
import type { XrayRow, XrayView } from './xray-view.ts';

/** Checks of ratings against their evidence. */
export const evidenceRules: readonly XrayRule[] = [unproven, expired, purged, contradicted, linkedAgainst];

function unproven({ rows }: XrayView): readonly Found[] {
  return rows.filter((row) => row.final.value === 'F' && row.evidence.length === 0 && acceptedNothing(row)).map(({ requirement: { id } }) => ({
    kind: 'f-without-evidence', requirement: id,
    zh: `${id} 评为 F，却没有关联任何证据，也没有采纳建议结论：请关联证据，或降低评分。`, en: `${id} is rated F, yet no evidence is linked and no suggestion was accepted: link evidence or lower the rating.`,
  }));
}

/** A suggestion whose facts are gone was accepted all the same; whether its file is still there is another check. */
function acceptedNothing({ ratings }: XrayRow): boolean {
  return ratings.every(({ basis }) => (basis.kind === 'human' ? basis.accepted : basis.checks).length === 0);
}

/** Only where every piece of evidence has a day, and none lies in the assessment period: one that is undated may be good. */
function expired({ rows, state: { window: { from, to } } }: XrayView): readonly Found[] {
  const outside = (day: string | null): boolean => day !== null && ((from !== null && day < from) || (to !== null && day.slice(0, to.length) > to));
  return rows.filter(({ final, evidence }) => final.value === 'F' && evidence.length > 0 && evidence.every(({ effective }) => outside(effective))).map(({ requirement: { id }, evidence }) => {
    const { path, effective } = evidence[0] ?? { path: '', effective: null };
    return {
      kind: 'f-on-expired-evidence', requirement: id, file: path,
      zh: `${id} 评为 F，但其证据都不在评估期间内（如 ${path}，${effective ?? '–'}）：请补充期间内的证据，或重新评分。`, en: `${id} is rated F, but all its evidence lies outside the assessment period (such as ${path}, ${effective ?? '–'}): add evidence from the period or rate it again.`,
    };
  });
}

function purged({ rows }: XrayView): readonly Found[] {
  return rows.filter(({ final, evidence }) => final.value === 'F' && evidence.length > 0 && evidence.every((file) => file.purged)).map(({ requirement: { id }, evidence }) => ({
    kind: 'f-on-purged-evidence', requirement: id, file: evidence[0]?.path ?? null,
    zh: `${id} 评为 F，所依据的证据内容已被永久清除：请补充其他证据，或在依据中写明当时所见。`, en: `${id} is rated F on evidence whose contents were purged: add other evidence, or write into the rationale what was seen.`,
  }));
}

/** A check found the contrary, the rating is higher than that check allows, and nobody wrote why. */
function contradicted({ rows, state }: XrayView): readonly Found[] {
  const rejected = new Set(state.rejections.filter(({ reason }) => reason.trim() !== '').map(({ requirement }) => requirement));
  return rows.flatMap((row): readonly Found[] => {
    const { requirement: { id }, final: { value }, suggestion } = row;
    if (value === null || value === 'NA' || rejected.has(id) || reasoned(row)) return [];
    const check = suggestion?.checks.find(({ outcome, suggests }) => outcome === 'contradicts' && thirds[value] > thirds[suggests]);
    if (check === undefined) return [];
    return [{
      kind: 'against-contradiction', requirement: id,
      zh: `${id} 评为 ${value}，而证据与之相反（${check.says.zh}），也没有写明依据：请写明依据，或重新评分。`, en: `${id} is rated ${value} against the evidence (${check.says.en}) and nobody says why: write a rationale or rate it again.`,
    }];
  });
}

function linkedAgainst({ rows }: XrayView): readonly Found[] {
  return rows.filter((row) => row.final.value === 'F' && row.against.length > 0 && !reasoned(row)).map(({ requirement: { id }, against }) => ({
    kind: 'linked-against', requirement: id, file: against[0] ?? null,
    zh: `${id} 评为 F，却有关联为反证的证据（${against[0] ?? ''}），也没有写明依据：请写明依据，或重新评分。`, en: `${id} is rated F, yet evidence is linked against it (${against[0] ?? ''}) and nobody says why: write a rationale or rate it again.`,
  }));
}

function reasoned({ ratings, consensus }: XrayRow): boolean {
  return (consensus?.rationale ?? '').trim() !== '' || ratings.some(({ rationale }) => rationale.trim() !== '');
}
