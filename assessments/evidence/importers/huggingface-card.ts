import { cardTitle } from '../cards/card-sections.ts';
import type { Documents } from '../documents.ts';
import type { Importer } from '../importer.ts';
import type { MarkdownDocument } from '../markdown-document.ts';
import { releaseRecord } from '../sets/release-record.ts';
import { type Spot, at, frontMatter, isWritten } from '../spot.ts';
import { datasetCardFact } from './huggingface-card/dataset-card.ts';
import { modelCardFacts } from './huggingface-card/model-card.ts';

/** Cards of Hugging Face (also ModelScope): a README whose front matter describes a model or a dataset. */
export const huggingfaceCard: Importer = {
  id: 'huggingface-card',
  title: { zh: 'Hugging Face 模型卡与数据集卡', en: 'Hugging Face model or dataset card' },
  sharesWith: ['project-docs'],
  recognises: (file, documents) => kindOfCard(file.path, documents) !== null,
  read: (file, documents) => {
    const matter = frontMatter(file.path, documents);
    const kind = kindOfCard(file.path, documents);
    if (matter === null || kind === null || documents.kind !== 'markdown') return { facts: [], diagnostics: [] };
    if (kind === 'dataset') return { facts: [datasetCardFact(matter, documents.markdown)], diagnostics: [] };
    const [card, ...metrics] = modelCardFacts(matter, documents.markdown);
    return { facts: [card, ...metrics], diagnostics: [], fragments: releaseRecord(file, 'model-card', card.place, { model: card.model, modelVersion: card.modelVersion, placeholders: card.placeholders }) };
  },
};

const datasetKeys = ['annotations_creators', 'language_creators', 'multilinguality', 'size_categories', 'source_datasets', 'task_categories', 'task_ids', 'pretty_name', 'paperswithcode_id', 'dataset_info', 'configs', 'languages', 'licenses', 'train-eval-index'];
const modelKeys = ['model-index', 'pipeline_tag', 'base_model', 'library_name', 'datasets', 'metrics', 'widget', 'inference', 'co2_eq_emissions', 'license_name', 'quantized_by', 'model_name'];
const sharedKeys = ['license', 'language', 'tags', 'thumbnail'];

/** Told by several keys of one side, or by one key and a heading that says what the page is; pages of blogs have front matter too. */
function kindOfCard(path: string, documents: Documents): 'model' | 'dataset' | null {
  const matter = frontMatter(path, documents);
  if (matter === null || documents.kind !== 'markdown' || keysIn(matter, pageKeys) > 0) return null;
  const headed = (words: RegExp) => Number(documents.markdown.sections.some(({ title }) => words.test(title)));
  const ofData = keysIn(matter, datasetKeys) + headed(datasetHeading);
  const ofModel = keysIn(matter, modelKeys) + headed(modelHeading);
  if (Math.max(ofData, ofModel) + Math.min(keysIn(matter, sharedKeys), 1) < 2) return null;
  return ofData > ofModel || (ofData === ofModel && isTitledDataset(documents.markdown)) ? 'dataset' : 'model';
}

const datasetHeading = /\bdata(?:set)? card\b|^dataset (?:description|summary|structure)$|数据集(?:卡|描述)/i;
const modelHeading = /\bmodel card\b|^model (?:details|description|sources)$|模型卡|^intended uses?/i;
/** Keys of sites that are built of Markdown. */
const pageKeys = ['layout', 'permalink', 'draft', 'slug', 'sidebar_position'];

function isTitledDataset(markdown: MarkdownDocument): boolean {
  return /dataset|数据集/i.test(cardTitle(markdown)?.title ?? '');
}

function keysIn(matter: Spot, keys: readonly string[]): number {
  return keys.filter((key) => isWritten(at(matter, key))).length;
}
