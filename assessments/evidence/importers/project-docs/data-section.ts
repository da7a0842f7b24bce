import type { FactOf } from '../../facts.ts';
import type { Field, MarkdownDocument, Section } from '../../markdown-document.ts';
import { isPlaceholder, placeholdersIn } from '../../placeholder.ts';

/**
 * Headings over the data of a model in technical documentation: point 2(d) of Annex IV of the EU AI Act (“data
 * requirements”, “provenance”), the “Training data” and “Evaluation data” of model cards.
 */
const aboutData = /\bdata requirements\b|\b(?:data|dataset) (?:provenance|overview|description|summary|sheet)\b|\bdatasheet\b|^(?:(?:\d+[.)]?|\d*\([a-z]\))\s*)*(?:training|evaluation|test|validation)[ -]data(?:set)?s?$|数据(?:来源|说明|要求|概况)|(?:训练|评估|测试)数据(?:集)?$/i;

const labels = {
  name: /^(?:data(?:set)?(?: name)?|name)$|^(?:数据集)?名称$/i, source: /^(?:data )?(?:sources?|origin|provenance|collected from|collection(?: method)?)$|^(?:数据)?来源$|^采集(?:方式|来源)$/i,
  size: /^(?:size|records?|rows|samples?|instances|number of (?:records|rows|samples|instances))$|^(?:规模|条数|样本数|数据量)$/i, content: /^(?:features?|columns|fields|attributes|schema)$|^(?:字段|特征)$/i, target: /^(?:target|labels?|classes)(?: variable| column)?$|^(?:标签|目标)$/i,
  annotation: /^(?:annotat(?:ion|ors?)(?: process)?|labell?ing(?: process| method)?)$|^标注(?:方式|人员)?$/i, period: /^(?:period|time ?(?:span|range|frame)|collected(?: on| in| between)?)$|^(?:采集)?时间(?:范围)?$/i, limits: /^(?:known )?(?:limitations?|flaws|caveats|issues)$|^(?:局限|已知缺陷)$/i,
} as const;

/** A dataset card for each section on data that labels its source and at least two more of name, size, content, target, labelling, period. */
export function dataSectionFacts(file: string, markdown: MarkdownDocument): readonly FactOf<'data.card'>[] {
  if (markdown.frontMatterLines !== null) return [];
  const sections = markdown.sections.filter(({ title, level }) => level >= 2 && aboutData.test(title));
  const outer = sections.filter((section) => !sections.some((other) => other !== section && other.lines[0] < section.lines[0] && other.lines[1] >= section.lines[1]));
  return outer.flatMap((section) => sectionFact(file, markdown, section));
}

function sectionFact(file: string, { fields, lines }: MarkdownDocument, section: Section): readonly FactOf<'data.card'>[] {
  const [first, last] = section.lines;
  const own = fields.filter(({ line, value }) => line > first && line <= last && !isPlaceholder(value));
  const said = (label: keyof typeof labels): Field | undefined => own.find(({ name }) => labels[label].test(name));
  const told = (Object.keys(labels) as (keyof typeof labels)[]).filter((label) => said(label) !== undefined);
  if (said('source') === undefined || told.length < 3) return [];
  const name = said('name')?.value.slice(0, 200).toWellFormed() ?? null;
  const source = said('source')?.value.slice(0, 300).toWellFormed() ?? '';
  return [{
    type: 'data.card', place: { file, lines: [first, first] }, also: [], dataset: name, datasetVersion: null, datasetHash: null, name: name ?? section.title, format: 'free-form', formatVersion: null, licence: null,
    sections: told.map((label) => said(label)?.name ?? label), emptySections: [], placeholders: placeholdersIn(lines.slice(first - 1, last).join('\n')), splits: [], records: recordsIn(said('size')?.value ?? ''), bytes: null, sources: [source], hashed: false,
    provenance: true, personalData: false, bias: false, limitations: told.includes('limits'), intendedUse: false, annotation: told.includes('annotation'), contact: false,
  }];
}

/** `~10,000 records`, `1.2M rows`, `463`. */
function recordsIn(written: string): number | null {
  const [, number, scale] = /^\D{0,20}?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?)\s*([kKmM]?)(?![\w%])(?!\s*(?:[KMGT]i?B|bytes))/.exec(written.slice(0, 200)) ?? [];
  if (number === undefined) return null;
  const count = Number(number.replaceAll(',', '')) * (/k/i.test(scale ?? '') ? 1_000 : /m/i.test(scale ?? '') ? 1_000_000 : 1);
  return Number.isSafeInteger(Math.round(count)) ? Math.round(count) : null;
}
