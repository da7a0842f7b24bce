import type { Pack } from '#assessments';
import type { StartView } from '#contract';

/** One line of the pack list: how much of the standard is written out. */
export function packCard(pack: Pack): StartView['packs'][number] {
  const subItems = pack.groups.filter(({ children }) => children.length === 0);
  return {
    id: pack.id, edition: pack.edition, zh: pack.zh, en: pack.en,
    written: subItems.filter(({ requirements }) => requirements.length > 0).length,
    subItems: subItems.length,
    organisationTypes: pack.organisationTypes,
    requirements: subItems.reduce((sum, { requirements }) => sum + requirements.length, 0),
  };
}
