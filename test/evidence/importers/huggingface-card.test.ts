import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const importerOf = (path: string, text: string): string | null => readEvidence(sourceFile(path, text)).importer;

it.each([
  ['a model by two of its keys', 'README.md', '---\npipeline_tag: text-classification\nlibrary_name: transformers\n---\n', 'huggingface-card'],
  ['a dataset by two of its keys', 'README.md', '---\npretty_name: Tickets\nsize_categories: [1K<n<10K]\n---\n', 'huggingface-card'],
  ['a model by a shared key and a heading', 'README.md', '---\nlicense: mit\n---\n# Model Card for x\n', 'huggingface-card'],
  ['a page of a site', 'post.md', '---\nlayout: post\ntags: [a]\nlicense: mit\n---\n# Model card\n', null],
  ['notes with tags', 'notes.md', '---\ntags: [a]\nlanguage: en\n---\n# Notes\n', null],
  ['front matter that does not parse', 'README.md', '---\nlicense: [\n---\n# Model card\n', null],
  ['a free-form card', 'docs/model_card.md', '# Scorer\n## Intended use\nx\n## Limitations\ny\n', 'model-card'],
  ['a page about model cards', 'docs/guide.md', '# How to write a good card\n## Intended use\n', null],
  ['a README beside data', 'data/README.md', '## Dataset Summary\nx\n## Data Fields\ny\n', 'data-card'],
  ['another README', 'README.md', '# Project\n## Install\n', null],
] as const)('%s', (_, path, text, importer) => {
  expect(importerOf(path, text)).toBe(importer);
});

it('a placeholder behind a link, a comment or an empty table is no content', () => {
  const text = '---\nlicense: mit\npipeline_tag: x\n---\n# Model Card\n## Uses\n[More Information Needed](https://example.com)\n## Training data\n<!-- say what -->\n## Evaluation\n| Metric | Value |\n|---|---|\n## Bias\n- **Known:**\n## Limitations\nOnly Chinese.\n';

  expect(readEvidence(sourceFile('README.md', text)).facts).toMatchObject([{ sections: ['Limitations'], emptySections: ['Uses', 'Training data', 'Evaluation', 'Bias'], placeholders: 1 }]);
});
