import { bareTitle, cardField } from '../cards/card-fields.ts';
import { cardMetricFacts, tableMetrics } from '../cards/card-metrics.ts';
import { cardTitle } from '../cards/card-sections.ts';
import { modelTopics } from '../cards/card-topics.ts';
import { modelCardParts } from '../cards/model-card-parts.ts';
import type { Documents } from '../documents.ts';
import type { FactOf } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import type { MarkdownDocument } from '../markdown-document.ts';
import { releaseOfPath } from '../release-of-path.ts';
import { releaseRecord } from '../sets/release-record.ts';
import { frontMatter } from '../spot.ts';

/** Model cards that a person or a pipeline wrote in Markdown, without the front matter of Hugging Face. */
export const modelCard: Importer = {
  id: 'model-card',
  title: { zh: '模型卡（Markdown）', en: 'Model card (Markdown)' },
  sharesWith: ['project-docs'],
  recognises: isModelCard,
  read: (file, documents) => {
    if (documents.kind !== 'markdown') return { facts: [], diagnostics: [] };
    const card = cardFact(file, documents.markdown);
    const subject = { evaluation: card.name, release: card.release, model: card.model, modelVersion: card.modelVersion };
    const metrics = cardMetricFacts(subject, tableMetrics(documents.markdown, file.path));
    return { facts: [card, ...metrics], diagnostics: [], fragments: releaseRecord(file, 'model-card', card.place, { model: card.model, modelVersion: card.modelVersion, placeholders: card.placeholders }) };
  },
};

/** Called a model card by its name or title, with at least two of the headings that cards have; or naming a model, with three of them. */
function isModelCard(file: SourceFile, documents: Documents): boolean {
  if (documents.kind !== 'markdown' || frontMatter(file.path, documents) !== null || leavesRequired(file)) return false;
  const { sections, fields } = documents.markdown;
  const topics = Object.values(modelTopics).filter((words) => sections.some(({ title }) => words.test(title)));
  if (isNamedCard(file.path, documents.markdown)) return topics.length >= 2;
  return topics.length >= 3 && (topics.includes(modelTopics.intendedUse) || topics.includes(modelTopics.limitations)) && fields.some(({ name }) => /^model (?:id|name|version|type)$|^模型(?:名称|版本|编号)$/i.test(name));
}

function isNamedCard(path: string, markdown: MarkdownDocument): boolean {
  return /(?:^|\/)[^/]*model[-_ ]?card[^/]*$/i.test(path) || /\bmodel card\b|模型卡/i.test(cardTitle(markdown)?.title ?? '');
}

/** A generated document with `[REQUIRED: …]` left in it is technical documentation of its release folder. */
function leavesRequired({ path, text }: SourceFile): boolean {
  return releaseOfPath(path) !== null && /\[[^\]\n]{0,80}REQUIRED/.test(text ?? '');
}

function cardFact(file: SourceFile, markdown: MarkdownDocument): FactOf<'model.card'> {
  const heading = cardTitle(markdown);
  const line = heading?.lines[0] ?? 1;
  const title = bareTitle(heading?.title ?? null);
  const model = cardField(markdown, /^model (?:id|name)$|^模型(?:名称|编号)$/i) ?? title;
  const metrics = tableMetrics(markdown, file.path);
  return {
    type: 'model.card', place: { file: file.path, lines: [line, line] }, also: [], release: releaseOfPath(file.path), model, modelHash: null,
    name: title ?? model ?? file.path, format: 'free-form', licence: cardField(markdown, /^licen[cs]e$|^许可(?:证|协议)$/i),
    baseModels: stated(cardField(markdown, /^base model$|^finetuned from(?: model)?$|^基座?模型$/i)), datasets: stated(cardField(markdown, /^(?:training )?data(?:set)?s?$|^训练数据(?:集)?$/i)),
    metrics: [...new Set(metrics.map(({ metric }) => metric))], results: metrics.length,
    ...modelCardParts(markdown),
  };
}

function stated(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}
