import { type ZipMember, zipArchive } from './zip-archive.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relationKind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = { name: '[Content_Types].xml', data: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` };

/** The properties of an Office Open document, with the names of its authors as programs write them. */
function properties(counted: string): readonly ZipMember[] {
  return [
    { name: 'docProps/core.xml', data: `${declaration}<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>模型上线评审记录</dc:title><dc:creator>王芳</dc:creator><cp:lastModifiedBy>李雷</cp:lastModifiedBy><dcterms:created>2026-03-01T01:00:00Z</dcterms:created><dcterms:modified>2026-03-04T02:15:00Z</dcterms:modified></cp:coreProperties>` },
    { name: 'docProps/app.xml', data: `${declaration}<Properties xmlns="p"><Application>WPS Office</Application>${counted}<Company>某银行</Company></Properties>` },
  ];
}

/** A text as Word or WPS writes it: `body` in the namespace `w`. */
export function docx(body: string, more: readonly ZipMember[] = [], before = ''): Buffer {
  return zipArchive([
    types, { name: 'word/document.xml', data: `${declaration}${before}<w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>${body}<w:sectPr/></w:body></w:document>` },
    ...properties('<Pages>2</Pages>'), ...more,
  ]);
}

/** A paragraph of Word. */
export function para(text: string, before = ''): string {
  return `<w:p><w:r>${before}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A presentation: the content of each slide in the namespace `a`, in the order in which they are shown; listed in the archive the other way round. */
export function pptx(slides: readonly { readonly body: string; readonly notes?: string }[]): Buffer {
  const relations = (content: string): string => `${declaration}<Relationships xmlns="r">${content}</Relationships>`;
  const part = (name: string, body: string): string => `${declaration}<p:${name} xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>${body}</p:spTree></p:cSld></p:${name}>`;
  const members = slides.flatMap(({ body, notes }, at): readonly ZipMember[] => [
    { name: `ppt/slides/slide${at + 1}.xml`, data: part('sld', body) },
    ...(notes === undefined ? [] : [
      { name: `ppt/slides/_rels/slide${at + 1}.xml.rels`, data: relations(`<Relationship Id="rId1" Type="${relationKind}/notesSlide" Target="../notesSlides/notesSlide${at + 1}.xml"/>`) },
      { name: `ppt/notesSlides/notesSlide${at + 1}.xml`, data: part('notes', notes) },
    ]),
  ]);
  return zipArchive([
    types,
    { name: 'ppt/presentation.xml', data: `${declaration}<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${slides.map((_slide, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 7}"/>`).join('')}</p:sldIdLst></p:presentation>` },
    { name: 'ppt/_rels/presentation.xml.rels', data: relations(slides.map((_slide, at) => `<Relationship Id="rId${at + 7}" Type="${relationKind}/slide" Target="slides/slide${at + 1}.xml"/>`).toReversed().join('')) },
    ...members.toReversed(), ...properties(`<Slides>${slides.length}</Slides>`),
  ]);
}

/** A file in OpenDocument: `body` is what stands in `office:body`. */
export function openDocument(body: string, { encrypted = false, before = '' } = {}): Buffer {
  return zipArchive([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', data: `${declaration}${before}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:presentation="pr"><office:automatic-styles><x>1</x></office:automatic-styles><office:body>${body}</office:body></office:document-content>` },
    { name: 'meta.xml', data: `${declaration}<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="d"><office:meta><meta:generator>LibreOffice/24.2</meta:generator><dc:title>监控方案</dc:title><meta:initial-creator>王芳</meta:initial-creator><dc:creator>李雷</dc:creator><meta:creation-date>2026-02-01T09:00:00</meta:creation-date><dc:date>2026-02-03T10:30:00.5</dc:date><meta:document-statistic meta:page-count="2"/></office:meta></office:document-meta>` },
    { name: 'META-INF/manifest.xml', data: `${declaration}<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml">${encrypted ? '<manifest:encryption-data/>' : ''}</manifest:file-entry></manifest:manifest>` },
  ]);
}

/** A PDF of given objects, numbered from 1; the first is the catalogue. */
export function pdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  let out = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1');
  const offsets = objects.map((object, at) => {
    const offset = out.length;
    out = Buffer.concat([out, Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object as string, 'latin1'), Buffer.from('\nendobj\n')]);
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([out, Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>\nstartxref\n${out.length}\n%%EOF\n`)]);
}

/** The objects of a PDF with one page, whose content stream is given. */
export function onePage(content: Buffer, filter = ''): readonly (string | Buffer)[] {
  return [
    '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    Buffer.concat([Buffer.from(`<</Length ${content.length}${filter}>>stream\n`), content, Buffer.from('\nendstream')]),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
}
