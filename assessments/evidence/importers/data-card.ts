import { bareTitle, cardField } from '../cards/card-fields.ts';
import { cardTitle } from '../cards/card-sections.ts';
import { dataCardParts } from '../cards/data-card-parts.ts';
import type { Documents } from '../documents.ts';
import type { FactOf } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import type { MarkdownDocument } from '../markdown-document.ts';
import { frontMatter } from '../spot.ts';

/** Descriptions of datasets in Markdown without front matter: dataset cards, datasheets, the README beside the data. */
export const dataCard: Importer = {
  id: 'data-card',
  title: { zh: '数据集说明（Markdown）', en: 'Dataset card (Markdown)' },
  sharesWith: ['project-docs'],
  recognises: isDataCard,
  read: (file, documents) => ({ facts: documents.kind === 'markdown' ? [cardFact(file, documents.markdown)] : [], diagnostics: [] }),
};

/** Headings that only descriptions of datasets have. */
const ofData = /^data(?:set)? (?:summary|description|structure|instances|fields|splits|creation|curators|card|cropping|collection|preprocessing)\b|\busing the data(?:set)?\b|^(?:supported tasks|curation rationale|annotation process|personal and sensitive information)|^数据(?:集)?(?:说明|描述|概述|结构|字段|划分|来源|采集)|datasheet for/i;

function isDataCard(file: SourceFile, documents: Documents): boolean {
  if (documents.kind !== 'markdown' || frontMatter(file.path, documents) !== null) return false;
  const { sections } = documents.markdown;
  const known = sections.filter(({ title }) => ofData.test(title)).length;
  if (isNamedCard(file.path, documents.markdown)) return known >= 1 || sections.length >= 3;
  return known >= 3 || (known >= 2 && /(?:^|\/)(?:data|dataset|datasets)\/(?:readme|dataset)[^/]*$/i.test(file.path));
}

function isNamedCard(path: string, markdown: MarkdownDocument): boolean {
  return /(?:^|\/)[^/]*(?:data(?:set)?[-_ ]?card|datasheet)[^/]*$/i.test(path) || /\bdata(?:set)? card\b|\bdatasheet\b|数据集卡/i.test(cardTitle(markdown)?.title ?? '');
}

function cardFact(file: SourceFile, markdown: MarkdownDocument): FactOf<'data.card'> {
  const heading = cardTitle(markdown);
  const line = heading?.lines[0] ?? 1;
  const dataset = bareTitle(heading?.title ?? null) ?? cardField(markdown, /^data(?:set)?(?: name| id)?$|^数据集(?:名称)?$/i);
  const source = cardField(markdown, /^(?:data )?sources?$|^source data$|^数据来源$/i);
  return {
    type: 'data.card', place: { file: file.path, lines: [line, line] }, also: [], dataset, datasetVersion: cardField(markdown, /^(?:data(?:set)? )?version$|^(?:数据)?版本$/i), datasetHash: null,
    name: dataset ?? file.path, format: 'free-form', formatVersion: null, licence: cardField(markdown, /^licen[cs]e$|^许可(?:证|协议)$/i),
    ...dataCardParts(markdown), splits: splitsIn(markdown), records: null, bytes: null, sources: source === null ? [] : [source], hashed: false,
  };
}

/** Splits that a label or a heading is about: `**Training Set:**`. */
function splitsIn({ lines, sections }: MarkdownDocument): readonly string[] {
  const named = [...sections.map(({ title }) => title), ...lines.map((line) => /^\s*(?:[-*+]\s+)?(?:\*\*|__)([^*_]{1,60})(?:\*\*|__)\s*[:：]?\s*$/.exec(line.slice(0, 200))?.[1] ?? '')];
  const splits = named.map((title) => /^(train(?:ing)?|validation|dev(?:elopment)?|test|eval(?:uation)?) (?:set|split|data)\b/i.exec(title)?.[1]?.toLowerCase() ?? '');
  return [...new Set(splits.filter((split) => split !== ''))];
}
