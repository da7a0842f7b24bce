import { expect, test } from 'vitest';
import { codesIn } from '#assessments';

const codes = ['MD-223-L2-1', 'MD-223-L2-1-2', 'MD-223-L2-12', 'MD-111-L1-1'];

test.each([
  ['MD-223-L2-1 模型更新规范.docx', ['MD-223-L2-1']],
  ['md_223_l2_1模型更新规范.docx', ['MD-223-L2-1']],
  ['ＭＤ－223－L2－1规范.pdf', ['MD-223-L2-1']],
  ['MD-223-L2-1-2 审批.pdf', ['MD-223-L2-1-2']],
  ['MD-223-L2-1-2024年.pdf', ['MD-223-L2-1']],
  ['MD-223-L2-12.pdf', ['MD-223-L2-12']],
  ['MD-223-L2-13.pdf', []],
  ['XMD-223-L2-1.pdf', []],
  ['MD-111-L1-1与MD-223-L2-1.zip', ['MD-111-L1-1', 'MD-223-L2-1']],
  ['模型更新规范.docx', []],
])('the codes in %s are %j', (name, found) => {
  expect(codesIn(name, codes)).toEqual(found);
});
