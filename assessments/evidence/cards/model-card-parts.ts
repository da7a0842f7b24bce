import type { FactOf } from '../facts.ts';
import { instantOf } from '../instant.ts';
import type { MarkdownDocument } from '../markdown-document.ts';
import { placeholdersIn } from '../placeholder.ts';
import { cardField } from './card-fields.ts';
import { cardSections, emptyTitles, filledTitles, saysAbout } from './card-sections.ts';
import { modelTopics } from './card-topics.ts';

type Parts = 'modelVersion' | 'sections' | 'emptySections' | 'placeholders' | 'intendedUse' | 'outOfScope' | 'limitations' | 'trainingData' | 'evaluation' | 'fairness' | 'environmentalImpact' | 'contact' | 'updatedAt';

const keeper = /^(?:developed by|authors?|contacts?|point of contact|(?:model )?owners?|model card contact|联系(?:人|方式)|负责人|作者)$/i;

/** What the text of a model card says, whatever its front matter: a topic counts where its heading has content. */
export function modelCardParts(markdown: MarkdownDocument): Pick<FactOf<'model.card'>, Parts> {
  const sections = cardSections(markdown);
  const says = (topic: keyof typeof modelTopics) => saysAbout(sections, modelTopics[topic]);
  return {
    modelVersion: cardField(markdown, /^(?:model )?version$|^模型版本$|^版本$/i),
    sections: filledTitles(sections), emptySections: emptyTitles(sections), placeholders: placeholdersIn(markdown.lines.join('\n')),
    intendedUse: says('intendedUse'), outOfScope: says('outOfScope'), limitations: says('limitations'), trainingData: says('trainingData'),
    evaluation: says('evaluation'), fairness: says('fairness'), environmentalImpact: says('environmentalImpact'),
    contact: says('contact') || cardField(markdown, keeper) !== null,
    updatedAt: instantOf(cardField(markdown, /^(?:model |release )?date$|^(?:last )?updated(?: on| at)?$|^generated(?: on| at)?$|^(?:更新|生成)?(?:日期|时间)$/i)),
  };
}
