import { expect, test } from 'vitest';
import { personalDataIn } from '#assessments';

test.each([
  ['联系人 wang.fang@bank.cn\n电话 138 0013 8001\n', [['email', 1, 1], ['phone', 1, 2]]],
  ['身份证 11010519491231002X', [['id-card', 1, 1]]],
  ['身份证 110105194912310021', []],
  ['订单 11010519991331002X', []],
  ['mail noreply@corp.cn, git@github.com, a@example.com, x@test', []],
  ['sha 13800138001abc 913800138001 v1.13800138001', []],
  ['+86 139-1234-5678 与 13912345678', [['phone', 2, 1]]],
  ['13888888888', []],
  ['2026-11-20T16:02:25 18446744073709551615', []],
])('in %j stands %j', (text, found) => {
  expect(personalDataIn(text).map(({ kind, count, line }) => [kind, count, line])).toEqual(found);
});
