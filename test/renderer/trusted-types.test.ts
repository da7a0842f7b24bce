import { expect, it } from 'vitest';
import { refuseMarkup } from '../../renderer/trusted-types.ts';

it('lets plain text pass and nothing else', () => {
  type Rules = { readonly createHTML: (text: string) => string | null; readonly createScript: (text: string) => null; readonly createScriptURL: (text: string) => null };
  const made: [string, Rules][] = [];
  refuseMarkup({ trustedTypes: { createPolicy: (name: string, rules: Rules) => { made.push([name, rules]); } } });

  const [name, rules] = made[0]!;
  expect([name, rules.createHTML('2.2.3 更新'), rules.createHTML('<img onerror=1>'), rules.createScript('1'), rules.createScriptURL('a.js')]).toEqual(['default', '2.2.3 更新', null, null, null]);
});

it('does nothing where the browser has no trusted types', () => {
  expect(() => { refuseMarkup({}); }).not.toThrow();
});
