import { deflateSync } from 'node:zlib';
import { docx, onePage, openDocument, para, pdf } from '../../builders/documents.ts';
import { type HostileFile, file } from './hostile-file.ts';

const laughs = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('');
const words = Buffer.from('BT /F1 9 Tf (ok) Tj ET');
const [catalogue = '', ...rest] = onePage(words);

export const documentFiles: readonly HostileFile[] = [
  file('ok.docx', () => docx(para('ok')), 'taken: document'),
  file('billion-laughs.docx', () => docx(para('&l9;'), [], `<!DOCTYPE z [<!ENTITY l0 "lol">${laughs}]>`), 'taken: malformed'),
  file('long-comment.docx', () => docx(`<!--${'A'.repeat(66_000_000)}-->`), 'taken: too-large'),
  file('deep.docx', () => docx('<w:p>'.repeat(200_000) + '</w:p>'.repeat(200_000)), 'taken: document'),
  file('macros.docm', () => docx(para('x'), [{ name: 'word/vbaProject.bin', data: 'x' }]), 'taken: document partial'),
  file('template-outside.docx', () => docx(para('x'), [{ name: 'word/_rels/document.xml.rels', data: '<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="http://127.0.0.1:1/t.dotm" TargetMode="External"/></Relationships>' }]), 'taken: document partial'),
  file('doctype.odt', () => openDocument('<office:text/>', { before: '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">' }), 'taken: malformed'),
  file('encrypted.odt', () => openDocument('<office:text/>', { encrypted: true }), 'taken: encrypted'),
  file('ok.pdf', () => pdf([catalogue, ...rest]), 'taken: document'),
  file('script.pdf', () => pdf(['<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\("http://127.0.0.1:1/"\\))>>>>', ...rest]), 'taken: document partial'),
  file('bomb.pdf', () => pdf(onePage(deflateSync(Buffer.alloc(300_000_000, ' ')), '/Filter/FlateDecode')), 'taken: document partial'),
  file('pages-loop.pdf', () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 500>>']), 'taken: document partial'),
  file('pages-many.pdf', () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 2000000000>>']), 'taken: document partial'),
  file('cut.pdf', () => pdf([catalogue, ...rest]).subarray(0, 200), 'taken: malformed'),
];
