import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFrom, newAssessment, openTestApi, valueOf } from '../builders/api.ts';
import { docx, onePage, para, pdf } from '../builders/documents.ts';

test('documents are searched for Chinese words, shown at the place with their pages, and dated by what they say', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const folder = join(api.folder, 'documents');
  mkdirSync(folder);
  writeFileSync(join(folder, '方案.docx'), docx(`${para('第一页')}${para('先灰度，后全量', '<w:lastRenderedPageBreak/>')}`));
  writeFileSync(join(folder, 'norm.pdf'), pdf([...onePage(Buffer.from('BT /F1 12 Tf (Rollback norm) Tj ET')), '<</Title<FEFF89C48303>/Producer(maker)/Author(Wang)/CreationDate(D:20260304101500+08\'00\')>>'], '/Info 6 0 R'));
  await importFrom(api, assessment, folder);

  const found = valueOf(await api.call('searchEvidence', { assessment, query: '灰度', job: 'search' })).files;
  const shown = async (file: string, line: number) => valueOf(await api.call('readSource', { assessment, place: { file, lines: [line, line] } }));
  const files = valueOf(await api.call('readEvidence', { assessment })).files;

  expect(found).toEqual([{ path: '方案.docx', total: 1, lines: [{ place: { file: '方案.docx', lines: [2, 2] }, text: '先灰度，后全量' }] }]);
  expect(await shown('方案.docx', 2)).toMatchObject({ text: '第一页\n先灰度，后全量', lines: [2, 2], picture: { kind: 'document', format: 'docx', pageLines: [1, 2] } });
  expect(await shown('norm.pdf', 1)).toMatchObject({ text: 'Rollback norm', picture: { format: 'pdf', pages: 1, title: '规范', tool: 'maker' } });
  expect(files.map(({ path, importer, effective }) => [path, importer, effective?.last])).toEqual([['norm.pdf', 'document', '2026-03-04'], ['方案.docx', 'document', '2026-03-04']]);
  expect(JSON.stringify([found, files, await shown('norm.pdf', 1)])).not.toMatch(/Wang|王芳|李雷/);
});
