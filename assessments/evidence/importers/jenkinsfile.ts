import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { linesOf } from '../text-lines.ts';
import { type Block, groovyBlocks } from './jenkinsfile/blocks.ts';
import { imageFacts } from './jenkinsfile/images.ts';
import { outsideStages, stagesOf } from './jenkinsfile/stages.ts';
import { stepFacts } from './jenkinsfile/steps.ts';
import { groovyTokens } from './jenkinsfile/tokens.ts';
import { triggerFacts } from './jenkinsfile/triggers.ts';

/** Jenkins pipelines, declarative and scripted, read as text: Groovy is a program, so what it computes is not known here. */
export const jenkinsfile: Importer = {
  id: 'jenkinsfile',
  title: { zh: 'Jenkins 流水线', en: 'Jenkins pipeline' },
  recognises: (file, documents) => isPipeline(file, documents),
  read: (file) => ({ facts: pipelineFacts(file), diagnostics: [] }),
};

/** Longer texts are no pipelines that people write. */
const longest = 2_000_000;

/** A declarative pipeline shows itself; `node` and `stage` alone are common words and need the name. */
function isPipeline({ path, text }: SourceFile, { kind }: Documents): boolean {
  if (text === null || text.length > longest || kind !== 'none') return false;
  const declarative = /^\s*pipeline\s*\{/m.test(text) && /\bstages\s*\{/.test(text) && /\bagent\b/.test(text);
  if (declarative) return true;
  const named = /(?:^|\/)[^/]*jenkinsfile[^/]*$|\.jenkins$|\.groovy$/i.test(path);
  return named && (/^\s*pipeline\s*\{/m.test(text) || (/\bnode\b\s*(?:\([^)\n]*\)\s*)?\{/.test(text) && /\b(?:stage|sh|bat)\b/.test(text)));
}

function pipelineFacts({ path, text }: SourceFile): readonly Fact[] {
  const source = (text ?? '').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const blocks = groovyBlocks(groovyTokens(source));
  const stages = stagesOf(blocks);
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: { file: path, lines: [1, linesOf(text ?? '').length] }, also: [],
    system: 'jenkins', name: path, jobs: stages.filter(({ name }) => name !== outsideStages).length,
    reusable: /(?:^|\n)\s*def\s+call\s*\(/.test(source),
    permissions: false, concurrency: exclusive(blocks),
  };
  return [definition, ...triggerFacts(path, blocks, path), ...imageFacts(path, blocks), ...stepFacts(path, stages, path)];
}

function exclusive(blocks: readonly Block[]): boolean {
  return blocks.some(({ head, inside }) => head.some(({ kind, value }) => kind === 'word' && ['disableConcurrentBuilds', 'lock', 'milestone'].includes(value)) || exclusive(inside));
}
