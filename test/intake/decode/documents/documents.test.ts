import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { documentLimits } from '../../../../electron/intake/decode/decode-limits.ts';
import { decodeContent } from '../../../../electron/intake/decode/decode.ts';
import { readPdf as readPdfWithin } from '../../../../electron/intake/decode/documents/read-pdf.ts';
import { unreadIn } from '../../../../electron/intake/decode/documents/unread-text.ts';
import { mediaTypes } from '../../../../electron/intake/decode/media-type.ts';
import { docx, onePage, openDocument, para, pdf, pptx } from '../../../builders/documents.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../fixtures/documents/${name}`, import.meta.url));
const office = async (bytes: Buffer) => decodeContent(bytes, mediaTypes.officeOpen);
const open = async (bytes: Buffer) => decodeContent(bytes, mediaTypes.openDocument);
const readPdf = async (bytes: Buffer) => decodeContent(bytes, mediaTypes.pdf);
const bare = { kind: 'document', complete: true, encrypted: false, active: false, width: null, height: null, seconds: null, camera: false, located: false, pageLines: [] };

test('a text of Word is read by paragraph and row, page by page, without deleted text, doubled boxes and names of people', async () => {
  const table = `<w:tbl><w:tr><w:tc>${para('指标')}</w:tc><w:tc>${para('阈值')}</w:tc></w:tr><w:tr><w:tc>${para('AUC')}</w:tc><w:tc>${para('0.78')}${para('以上')}</w:tc></w:tr></w:tbl>`;
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${para('文本框')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${para('文本框')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const deleted = '<w:p><w:del><w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>';
  const bytes = docx(`${para('模型上线评审记录')}<w:p/>${para('同意灰度发布。')}${table}${box}${deleted}${para('回退演练 A&amp;B', '<w:lastRenderedPageBreak/>')}<w:p><w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r></w:p>`, [
    { name: 'word/_rels/document.xml.rels', data: '<Relationships xmlns="r"><Relationship Id="a" Type="x/footer" Target="footer1.xml"/><Relationship Id="b" Type="x/hyperlink" Target="http://127.0.0.1:1/" TargetMode="External"/></Relationships>' },
    { name: 'word/footer1.xml', data: `<w:ftr xmlns:w="w">${para('内部资料')}</w:ftr>` },
  ]);

  expect(await office(bytes)).toEqual({
    encoding: null, told: [], text: '模型上线评审记录\n同意灰度发布。\n指标 | 阈值\nAUC | 0.78 以上\n文本框\n回退演练 A&B\n前 后\n内部资料',
    decoded: { ...bare, format: 'docx', title: '模型上线评审记录', tool: 'WPS Office', createdAt: '2026-03-01T01:00:00Z', updatedAt: '2026-03-04T02:15:00Z', pages: 2, pageLines: [1, 6] },
  });
});

test('slides are read in the order in which they are shown, with their tables and notes, without their numbers', async () => {
  const text = (words: string): string => `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`;
  const bytes = pptx([
    { body: text('门禁设计'), notes: `${text('讲稿：先说阈值')}<a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p>` }, { body: '' },
    { body: `<a:tbl><a:tr><a:tc>${text('阶段')}</a:tc><a:tc>${text('负责岗位')}</a:tc></a:tr></a:tbl>` },
  ]);

  expect(await office(bytes)).toEqual({
    encoding: null, told: [], text: '门禁设计\n讲稿：先说阈值\n阶段 | 负责岗位',
    decoded: { ...bare, format: 'pptx', title: '模型上线评审记录', tool: 'WPS Office', createdAt: '2026-03-01T01:00:00Z', updatedAt: '2026-03-04T02:15:00Z', pages: 3, pageLines: [1, 3, 3] },
  });
});

test('texts and presentations in OpenDocument are read likewise', async () => {
  const said = { ...bare, title: '监控方案', tool: 'LibreOffice/24.2', createdAt: '2026-02-01T09:00:00', updatedAt: '2026-02-03T10:30:00.500' };
  const row = '<table:table><table:table-row><table:table-cell><text:p>延迟</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16384"><text:p>p99</text:p></table:table-cell></table:table-row></table:table>';
  const written = await open(openDocument(`<office:text><text:tracked-changes><text:p>旧</text:p></text:tracked-changes><text:h>一 目标</text:h><text:p>每日<text:span>检查</text:span><text:s text:c="3"/>漂移</text:p>${row}<text:p>前<text:soft-page-break/>后</text:p></office:text>`));
  const shown = await open(openDocument('<office:presentation><draw:page><draw:frame><draw:text-box><text:p>首页</text:p></draw:text-box></draw:frame></draw:page><draw:page><text:p>次页</text:p></draw:page></office:presentation>'));

  expect([written, shown]).toEqual([
    { encoding: null, told: [], text: '一 目标\n每日检查 漂移\n延迟 | p99\n前\n后', decoded: { ...said, format: 'odt', pages: 2, pageLines: [1, 5] } },
    { encoding: null, told: [], text: '首页\n次页', decoded: { ...said, format: 'odp', pages: 2, pageLines: [1, 2] } },
  ]);
});

test('a PDF is read page by page with what it says of itself, and not with its author', async () => {
  expect(await readPdf(fixture('review.pdf'))).toEqual({
    encoding: null, told: [], text: '模型上线评审记录 第 1 页\n评审结论：同意灰度发布，观察两周；回滚演练于三月完成。Rollback drill done on page 1. . .\n模型上线评审记录 第 2 页\n评审结论：同意灰度发布，观察两周；回滚演练于三月完成。Rollback drill done on page 2. . .',
    decoded: { ...bare, format: 'pdf', title: '模型上线评审记录', tool: 'Test', createdAt: '2026-03-04T02:15:00Z', updatedAt: null, pages: 2, pageLines: [1, 3] },
  });
});

const told = async (reading: ReturnType<typeof decodeContent>): Promise<unknown> => {
  const content = await reading;
  return [content.text, ...content.told];
};

test('what cannot be read, or only in part, is told with the reason', async () => {
  const whole = docx(para('x'));
  const wrapped = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]);

  expect([
    await told(office(docx('', []))), await told(office(whole.subarray(0, whole.length - 200))), await told(office(docx('&l;', [], '<!DOCTYPE z [<!ENTITY l "lol">]>'))), await told(office(docx('<w:p>'))),
    await told(office(docx(`<!--${'A'.repeat(66_000_000)}-->`))), await told(office(docx(para('字'.repeat(5_000_001))))).then((said) => (said as string[]).slice(1)), await told(office(docx(para('x'), [{ name: 'word/vbaProject.bin', data: 'x' }]))),
    await told(office(docx(para('x'), [{ name: 'word/_rels/document.xml.rels', data: '<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="http://127.0.0.1:1/t.dotm" TargetMode="External"/></Relationships>' }]))),
    await told(open(openDocument('<office:text><text:p>x</text:p></office:text>', { encrypted: true }))), await told(open(openDocument('<office:spreadsheet/>'))), await told(open(openDocument('', { before: '<!DOCTYPE x>' }))),
    await told(decodeContent(wrapped, mediaTypes.oldOffice)), await told(decodeContent(Buffer.from('WordDocument', 'utf16le'), mediaTypes.oldOffice)),
  ]).toEqual([
    ['', ], [null, 'documentDamaged'], [null, 'documentDamaged'], [null, 'documentDamaged'],
    [null, 'documentTooLarge'], ['documentCut'], ['x', 'documentActive'], ['x', 'documentActive'],
    [null, 'documentEncrypted'], [null, 'unreadFormat'], [null, 'documentDamaged'],
    [null, 'documentEncrypted'], [null, 'oldDocument'],
  ]);
});

test('a PDF that is locked, scanned, broken or active costs only itself', async () => {
  const words = Buffer.from('BT /F1 12 Tf 10 10 Td (Rollback) Tj ET');
  const [, ...rest] = onePage(words);
  const active = pdf(['<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>', ...rest]);

  expect([
    await told(readPdf(fixture('locked.pdf'))), await told(readPdf(pdf(onePage(Buffer.from('0 0 10 10 re f'))))), await told(readPdf(fixture('review.pdf').subarray(0, 3_000))), await told(readPdf(Buffer.from('%PDF-1.7\n'))),
    await told(readPdf(pdf(onePage(words)))), await told(readPdf(active)),
    await told(readPdf(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000_000)]))),
  ]).toEqual([
    [null, 'documentEncrypted'], [null, 'documentScanned'], [null, 'documentDamaged'], [null, 'documentDamaged'],
    ['Rollback'], ['Rollback', 'documentActive'],
    [null, 'documentTooLarge'],
  ]);
});

/** A PDF whose font names its character map, and does not say otherwise what its codes mean. */
function withMap(map: string, ordering: string, codes: string): Buffer {
  return pdf([
    ...onePage(Buffer.from(`BT /F1 12 Tf 40 300 Td <${codes}> Tj ET`)).slice(0, 4),
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${map}/DescendantFonts[6 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>`,
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ]);
}

test('Chinese in a PDF is read by the character map its font names; where none says what the letters are, that is told', async () => {
  const big5 = 'BCD2ABAC';
  const utf16 = Buffer.from('模型发布审批', 'utf16le').swap16().toString('hex');
  const drawings = Array.from({ length: 12 }, (_, at) => (0x0181 + at * 7).toString(16).padStart(4, '0')).join('');

  expect([
    await told(readPdf(withMap('GBK-EUC-H', 'GB1', 'C4A3D0CDB7A2B2BCC9F3C5FA'))), await told(readPdf(withMap('UniGB-UCS2-H', 'GB1', utf16))), await told(readPdf(withMap('UniGB-UTF16-V', 'GB1', utf16))),
    await told(readPdf(withMap('ETen-B5-H', 'CNS1', big5))), await told(readPdf(withMap('90ms-RKSJ-H', 'Japan1', '83828366838B'))), (await told(readPdf(withMap('Identity-H', 'Identity', drawings))) as string[]).slice(1),
  ]).toEqual([['模型发布审批'], ['模型发布审批'], ['模型发布审批'], ['模型'], [null, 'documentLetters'], ['documentLetters']]);
});

test('a PDF most of whose pages hold no text is told so, a cover without text is not', () => {
  expect([unreadIn(['一', '二'], [1, 1, 1, 2]), unreadIn(['一'], [1, 1]), unreadIn(['正文'], [1]), unreadIn([], [1, 1]), unreadIn(['\uE000\uE001\uE002'], [1]), unreadIn(['العربية'], [1]), unreadIn(['กعཀक'], [1])]).toEqual(['pages', null, null, null, 'letters', null, 'letters']);
});

test('streams of a PDF that unfold without end are cut off, however often they are packed', async () => {
  const bomb = deflateSync(Buffer.alloc(9_000_000, ' '));
  const bounded = async (content: Buffer, filter: string) => (await readPdfWithin(pdf(onePage(content, filter)), { ...documentLimits, streamBytes: 2_000_000 })).decoded.complete;

  expect([await bounded(bomb, '/Filter/FlateDecode'), await bounded(deflateSync(bomb), '/Filter[/FlateDecode /FlateDecode]'), await bounded(deflateSync(Buffer.from('BT ET')), '/Filter/FlateDecode')]).toEqual([false, false, true]);
  expect(typeof DecompressionStream).toBe('function');
});
