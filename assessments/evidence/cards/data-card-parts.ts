import type { FactOf } from '../facts.ts';
import type { MarkdownDocument } from '../markdown-document.ts';
import { placeholdersIn } from '../placeholder.ts';
import { cardField } from './card-fields.ts';
import { cardSections, emptyTitles, filledTitles, saysAbout } from './card-sections.ts';
import { dataTopics, isUseHeading } from './card-topics.ts';

type Parts = 'sections' | 'emptySections' | 'placeholders' | 'provenance' | 'personalData' | 'bias' | 'limitations' | 'intendedUse' | 'annotation' | 'contact';

const keeper = /^(?:point of contact|contacts?|curated by|maintainers?|owners?|联系(?:人|方式)|负责人)$/i;

/** What the text of a dataset card says, whatever its front matter: under headings with content, or behind labels. */
export function dataCardParts(markdown: MarkdownDocument): Pick<FactOf<'data.card'>, Parts> {
  const sections = cardSections(markdown);
  const says = (topic: keyof typeof dataTopics) => saysAbout(sections, dataTopics[topic]);
  const labelled = (words: RegExp) => cardField(markdown, words) !== null;
  return {
    sections: filledTitles(sections), emptySections: emptyTitles(sections), placeholders: placeholdersIn(markdown.lines.join('\n')),
    provenance: says('provenance') || labelled(/^data (?:sources?|construction|collection)$|^数据来源$/i),
    personalData: says('personalData'), bias: says('bias'), limitations: says('limitations'),
    intendedUse: sections.some(({ filled, title }) => filled && isUseHeading(title)) || labelled(/^(?:usage|intended use|用途)$/i),
    annotation: says('annotation') || labelled(/^annotation(?:s| process)?$|^标注/i),
    contact: says('contact') || labelled(keeper),
  };
}
