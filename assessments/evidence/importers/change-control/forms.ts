import type { Documents } from '../../documents.ts';
import { type Spot, at, frontMatter, isMapping, items, placeOf, saysTrue, settingAt, textAt } from '../../spot.ts';
import { linesOf } from '../../text-lines.ts';
import { type ReviewRule, askedFor, reviewRule } from './rule.ts';

/** Templates of pull and merge requests, by where they lie; what stands in comments is told to the writer and not asked in the text. */
export function requestTemplateFacts(path: string, text: string): readonly ReviewRule[] {
  const named = /(?:^|\/)(?:pull_request_template|merge_request_templates?)(?:\/[^/]+)?\.(?:md|markdown|txt)$|(?:^|\/)pull_request_template$/i.test(path);
  return named && text.trim() !== '' ? [templateFact(path, text, 'request-template', 'pull_request_template', titleOf(path, text))] : [];
}

/** Issue templates in Markdown: front matter with `name` and `about`. */
export function issueTemplateFacts(path: string, text: string, documents: Documents): readonly ReviewRule[] {
  if (!/(?:^|\/)issue_templates?(?:\/[^/]+)?\.(?:md|markdown)$/i.test(path)) return [];
  const front = frontMatter(path, documents);
  const title = front === null ? null : textAt(front, 'name');
  return [templateFact(path, text, 'issue-form', 'issue-form', title ?? titleOf(path, text))];
}

function templateFact(path: string, text: string, kind: ReviewRule['kind'], system: string, name: string): ReviewRule {
  const asked = withoutComments(text);
  return {
    ...reviewRule({ file: path, lines: [1, linesOf(text).length] }, kind, system, name),
    items: asked.match(/^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]?\]/gm)?.length ?? 0, topics: askedFor(asked),
  };
}

function withoutComments(text: string): string {
  return text.split('<!--').map((part, index) => (index === 0 ? part : part.slice(part.includes('-->') ? part.indexOf('-->') + 3 : part.length))).join('');
}

function titleOf(path: string, text: string): string {
  return /^\s{0,3}#{1,6}\s+(\S.*)$/m.exec(text.slice(0, 10_000))?.[1]?.slice(0, 200).trim() ?? path.split('/').at(-1) ?? path;
}

/** Issue forms of GitHub: a `body` of fields, some of them required. */
export function issueFormFacts(root: Spot): readonly ReviewRule[] {
  const fields = items(at(root, 'body')).filter((field) => textAt(field, 'type') !== null && textAt(field, 'type') !== 'markdown');
  const name = textAt(root, 'name');
  if (name === null || fields.length === 0 || !isMapping(at(fields[0] ?? root, 'attributes').value)) return [];
  const asked = fields.map((field) => `${textAt(field, 'attributes', 'label') ?? ''} ${textAt(field, 'attributes', 'description') ?? ''} ${settingAt(field, 'attributes', 'options') ?? ''}`).join('\n');
  return [{
    ...reviewRule(placeOf(root), 'issue-form', 'issue-form', name),
    items: fields.length, required: fields.filter(isRequired).length, topics: askedFor(asked),
  }];
}

function isRequired(field: Spot): boolean {
  return saysTrue(field, 'validations', 'required') || items(at(field, 'attributes', 'options')).some((option) => saysTrue(option, 'required'));
}
