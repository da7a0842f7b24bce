import { expect, test } from 'vitest';
import { buildReport, organisationTypeParameter } from '#assessments';
import { reportInput, reportPack } from '../builders/report-input.ts';

const bilingual = { zh: '规范齐备', en: 'Norms are there' };
const pack = { ...reportPack(), organisationTypes: [{ type: 3, target: 3, ...bilingual, aim: bilingual, source: [] }] };

test('the cover tells the type of the organisation where one was chosen that the pack knows', () => {
  const typeOn = (parameters: Readonly<Record<string, number | null>>) => {
    const [cover] = buildReport(reportInput({ pack, state: { parameters }, options: { depth: 'executive', language: 'zh' } })).pages;
    return cover?.kind === 'cover' ? cover.fields.flatMap(({ label, value }) => (label[0]?.text === '组织类型' ? value.map(({ text }) => text) : [])) : [];
  };

  expect([{}, { [organisationTypeParameter]: null }, { [organisationTypeParameter]: 5 }, { [organisationTypeParameter]: 3 }].map(typeOn)).toEqual([[], [], [], ['类型 3（建议目标 3 级）：规范齐备']]);
});
