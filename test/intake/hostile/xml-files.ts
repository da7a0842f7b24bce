import { type HostileFile, files, longFile } from './hostile-file.ts';

const entities = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('');

export const xmlFiles: readonly HostileFile[] = [
  ...files('.xml', 'taken: malformed', {
    'billion-laughs': `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY l0 "lol">${entities}]><z>&l9;</z>`, 'quadratic': `<!DOCTYPE z [<!ENTITY a "${'A'.repeat(50_000)}">]><z>${'&a;'.repeat(50_000)}</z>`,
    'external-entity': '<!DOCTYPE z [<!ENTITY x SYSTEM "file:///etc/passwd">]><z>&x;</z>', 'lower-case-doctype': '<!doctype z [<!ENTITY x "y">]><z>&x;</z>', 'unknown-entity': '<z>&nbsp;</z>', 'in-attribute': '<!DOCTYPE z [<!ENTITY x "y">]><z a="&x;"/>',
    'unclosed': '<z><a></z>', 'cut': '<z><a', 'duplicate-attribute': '<z a="1" a="2"/>', 'two-roots': '<z/><z/>', 'text-outside': '<z/>more', 'control-sign': `<z>\u0001${'x'.repeat(200)}</z>`, 'bad-numeric': '<z>&#0;</z>', 'numeric-surrogate': '<z>&#xD800;</z>',
    'numeric-too-big': '<z>&#x110000;</z>', 'unquoted-attribute': '<z a=1/>', 'less-than-attribute': '<z a="<"/>', 'bad-comment': '<z><!-- a -- b --></z>', 'cdata-end': '<z>]]></z>', 'no-root': '<?xml version="1.0"?>', 'open-comment': `<z><!--${'x'.repeat(500_000)}`,
    'open-cdata': `<z><![CDATA[${'x'.repeat(500_000)}`, 'late-declaration': '<z/><?xml version="1.0"?>', 'name-of-signs': '<1z/>', 'open-doctype': `<!DOCTYPE z [${'<!ENTITY a "b">'.repeat(1000)}`,
  }),
  ...files('.xml', 'taken: too-deep', { 'depth-101': '<a>'.repeat(101) + '</a>'.repeat(101), 'depth-200000': '<a>'.repeat(200_000) + '</a>'.repeat(200_000), 'open-200000': '<a>'.repeat(200_000) }),
  ...files('.xml', 'taken', {
    'doctype-unused': '<!DOCTYPE z SYSTEM "http://127.0.0.1:1/z.dtd"><z/>', 'parameter-entity': '<!DOCTYPE z [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x"> %p;]><z/>', 'proto-names': '<z><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor></z>',
    'proto-attribute': '<z __proto__="x" polluted="1"/>', 'stylesheet': '<?xml-stylesheet href="http://127.0.0.1:1/x.xsl"?><z/>', 'xinclude': '<z xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></z>',
    'numeric-references': `<z>${'&#65;'.repeat(200_000)}</z>`, 'attributes-20000': `<z ${Array.from({ length: 20_000 }, (_, key) => `a${key}="1"`).join(' ')}/>`, 'elements-100000': `<z>${'<a/>'.repeat(100_000)}</z>`, 'long-text': `<z>${'x'.repeat(3_000_000)}</z>`,
    'many-namespaces': `<z ${Array.from({ length: 2000 }, (_, key) => `xmlns:n${key}="u${key}"`).join(' ')}>${'<a xmlns="x"/>'.repeat(2000)}</z>`, 'unbound-prefix': '<p:z xmlns="u"/>', 'html-like': '<html><body><script>alert(1)</script></body></html>', 'comment-bomb': `<z>${'<!---->'.repeat(100_000)}</z>`,
  }),
  ...files('.xml', 'taken: empty', { 'nothing': '' }),
  longFile('elements-1200000.xml', () => `<z>${'<a/>'.repeat(1_200_000)}</z>`, 'taken: too-large'),
  longFile('attributes-100000.xml', () => `<z ${Array.from({ length: 100_000 }, (_, key) => `a${key}="1"`).join(' ')}/>`, 'taken'),
];
