/** What a commit message says of itself: the change request and issue it names, whether it takes another commit back. */
export type MessageMarks = { readonly request: string | null; readonly issue: boolean; readonly conventional: boolean; readonly revert: boolean };

const longest = 20_000;

/**
 * Marks of a message by the habits of hosting services: `Merge pull request #39`, `… (#142)` and `Merged PR 7:` name a
 * request, GitLab's `See merge request group/project!45` too; a bare `#12`, `AB#12` or `ABC-123` names an issue.
 */
export function messageMarks(message: string): MessageMarks {
  const text = message.slice(0, longest);
  const subject = text.split('\n', 1)[0] ?? '';
  return {
    request: requestIn(subject, text),
    issue: /\b(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|refs?|issue)\s*:?\s+(?:\S+\/\S+)?#[0-9]+/i.test(text) || /\bAB#[0-9]+\b|\bGH-[0-9]+\b/.test(text) || issueKey(subject) || /(?:^|\s)#[0-9]+\b/.test(withoutRequest(subject)),
    conventional: /^(?:feat|fix|docs?|style|refactor|perf|test|tests|build|ci|chore|revert|deps|release)(?:\([^)\n]{1,100}\))?!?: \S/.test(subject),
    revert: /^\s*revert\b[: ("']|^revert(?:\([^)]*\))?!?:/i.test(subject) || /\bthis reverts commit [0-9a-f]{7,64}\b/i.test(text),
  };
}

const requestForms: readonly RegExp[] = [/^Merge(?:d)? (?:pull request|PR) #?([0-9]+)/i, /\(#([0-9]+)\)\s*$/, /\(pull request #([0-9]+)\)/i];

function requestIn(subject: string, text: string): string | null {
  const merged = requestForms.map((form) => form.exec(subject)?.[1]).find((number) => number !== undefined);
  if (merged !== undefined) return `#${merged}`;
  const gitlab = (/\bSee merge request (?:\S*?)!([0-9]+)/.exec(text) ?? /\(!([0-9]+)\)\s*$/.exec(subject))?.[1];
  return gitlab === undefined ? null : `!${gitlab}`;
}

function withoutRequest(subject: string): string {
  return subject.replace(/\(#[0-9]+\)\s*$/, '').replace(/^Merged? (?:pull request|PR) #?[0-9]+/i, '');
}

/** `ABC-123`, which is not the name of an encoding, algorithm or vulnerability. */
function issueKey(subject: string): boolean {
  return [...subject.slice(0, 500).matchAll(/\b([A-Z][A-Z0-9]{1,9})-[0-9]+\b/g)].some(([, key]) => !/^(?:UTF|SHA|MD|ISO|RFC|CVE|GHSA|AES|RSA|HTTP|TLS|V|PEP|KEP|GPT|BERT|T|L)$/.test(key ?? ''));
}
