import { defineConfig, type Plugin } from 'vite';
import { childSources } from './electron/intake/child-entry.ts';

/** What a program is built of: the two shells, the command and the processes they start. */
const programs = { desktop: 'electron/desktop/main.ts', start: 'electron/start.ts', maturity: 'electron/cli/main.ts', ...childSources() };

/**
 * exceljs only writes here, and only whole workbooks: its reader, which a small file can abort, and its CSV and
 * streaming sides with all they need are left out of what is shipped.
 */
const unusedByExceljs = new Set(['unzipper', 'archiver', 'fast-csv']);
const empty = '\0unused-by-exceljs';
const leaveOut: Plugin = {
  name: 'leave-out',
  enforce: 'pre',
  resolveId: (id, importer) => (unusedByExceljs.has(id) && importer?.includes('/exceljs/') === true ? empty : undefined),
  load: (id) => (id === empty ? 'module.exports = {};' : undefined),
};

/** pdfkit loads the metrics of its standard fonts by a require that no bundler sees. */
const standardFonts: Plugin = {
  name: 'standard-fonts',
  transform: (code, id) => {
    if (!id.endsWith('/pdfkit/js/pdfkit.node.mjs')) return undefined;
    const names = [...code.matchAll(/require\$1\('#standard-fonts\/(\w+)'\)/g)].map(([, name = '']) => name);
    if (names.length !== 14) throw new Error('pdfkit loads its standard fonts in another way: look at vite.program.config.ts');
    const imports = names.map((name) => `import standard${name} from '#standard-fonts/${name}';`).join('');
    return { code: imports + code.replaceAll(/require\$1\('#standard-fonts\/(\w+)'\)/g, 'standard$1'), map: null };
  },
};

/** The reader of PDFs could fetch a document by its address; it is only ever given bytes, and what is shipped cannot do otherwise. */
const withoutNetwork: Plugin = {
  name: 'without-network',
  transform: (code, id) => {
    if (!id.endsWith('/unpdf/dist/pdfjs.mjs')) return undefined;
    const cut = code.replaceAll(/\b(await|return) fetch\(/g, '$1 callsNobody(').replaceAll('new XMLHttpRequest', 'callsNobody()').replaceAll('XMLHttpRequest.DONE', '4');
    // What is left by that name are methods that look objects up in the document.
    if (cut === code || /(?:await|return|=>|[=(,;?:])\s*fetch\(/.test(cut) || cut.includes('XMLHttpRequest')) throw new Error('unpdf reaches out in another way: look at vite.program.config.ts');
    return { code: `function callsNobody() { throw new Error('This program calls nobody.'); }\n${cut}`, map: null };
  },
};

/**
 * Builds the programs into out/program, two folders deep like the sources they look for the product's files from. All
 * lie in one folder: a program finds the processes it starts beside itself. Packages are bundled, but for those with
 * native parts and the solver, which finds its WebAssembly beside itself. The core is pure, so each program loads only what it uses of it.
 */
export default defineConfig({
  publicDir: false,
  plugins: [leaveOut, standardFonts, withoutNetwork],
  ssr: { noExternal: true, external: ['better-sqlite3', '@resvg/resvg-js', 'highs', 'electron'] },
  build: {
    ssr: true, outDir: 'out/program', emptyOutDir: true, target: 'node24', minify: false, sourcemap: false, reportCompressedSize: false,
    rolldownOptions: {
      input: programs, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      treeshake: { moduleSideEffects: (id) => !/\/assessments\/|\/node_modules\/(zod|yaml|js-yaml|@marcbachmann)\//.test(id) },
    },
  },
});
