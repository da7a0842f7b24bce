import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordMarks } from '#assessments';

const drawn = (before: string, after: string): string => wordMarks(before, after).map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`)).join('');

describe('the marks between two sentences', () => {
  test.each([
    ['模型发布前经过评审', '模型发布前经过两人评审', '模型发布前经过[+两人+]评审'],
    ['每月复核一次', '每季复核一次', '每[-月-][+季+]复核一次'],
    ['A release is approved by one person', 'A release is approved by two persons', 'A release is approved by [-one person-][+two persons+]'],
    ['For the package, somebody can say who', 'Text of the standard', '[-For -][+Text of +]the [-package, somebody can say who-][+standard+]'],
    ['one, two', 'three, four', '[-one, two-][+three, four+]'],
    ['使用 GPU 的任务', '使用 NPU 的任务', '使用 [-GPU-][+NPU+] 的任务'],
    ['same', 'same', 'same'], ['', 'new', '[+new+]'], ['old', '', '[-old-]'],
  ])('%s → %s', (before, after, marks) => {
    expect(drawn(before, after)).toBe(marks);
  });

  test('make up both sentences, whatever they are', () => {
    const sentence = fc.array(fc.constantFrom('模', '型', ' ', 'a', 'bc', '1', '，', '😀', '\n', 'GPU卡'), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(sentence, sentence, (before, after) => {
      const marks = wordMarks(before, after);
      const without = (kind: string): string => marks.filter((mark) => mark.kind !== kind).map(({ text }) => text).join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }), { numRuns: 300 });
  });

  test('of very long sentences are the sentences whole', () => {
    const [before, after] = ['长'.repeat(3_000), '短'.repeat(3_000)];
    expect(wordMarks(before, after)).toEqual([{ kind: 'removed', text: before }, { kind: 'added', text: after }]);
  });
});
