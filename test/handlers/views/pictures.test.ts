import { describe, expect, test } from 'vitest';
import { parseDocuments, type Decoded, type DecodedGit, type SourceFile } from '#assessments';
import type { TreeLine } from '#contract';
import { placeBranch, placePicture } from '../../../electron/handlers/views/place-picture.ts';
import { sourceFile } from '../../builders/source-file.ts';

function pictureOf(path: string, content: string | Decoded, where: { readonly pointer: string } | { readonly cell: string } | { readonly lines: readonly [number, number] }) {
  const file: SourceFile = typeof content === 'string' ? sourceFile(path, content) : { ...sourceFile(path, null), decoded: content };
  return placePicture(file, parseDocuments(file), { file: path, ...where });
}

/** A tree as one sees it: two spaces a level, `>` open, `*` cited. */
function drawn(lines: readonly TreeLine[] | undefined): readonly string[] {
  return (lines ?? []).map((line) => '  '.repeat(line.depth) + (line.kind === 'left-out' ? `… ${line.count} from ${line.from}` : `${line.cited ? '*' : ''}${line.key ?? 'root'}${line.members === null ? `: ${line.value ?? ''}` : ` (${line.members})`}${line.open ? ' >' : ''}`));
}

const treeOf = (path: string, text: string, pointer: string) => {
  const picture = pictureOf(path, text, { pointer });
  return picture?.kind === 'tree' ? picture : null;
};

describe('a tree', () => {
  test('shows the way to the cited node with its siblings closed, and the node open', () => {
    const tree = treeOf('a.json', '{"name":"x","spec":{"a":[1,2],"b":{"c":{"d":null}},"e":true},"end":{}}', '/spec/b');

    expect([tree?.several, drawn(tree?.lines)]).toEqual([false, ['root (3) >', '  name: x', '  spec (3) >', '    a (2)', '    *b (1) >', '      c (1) >', '        d: null', '    e: true', '  end (0)']]);
  });

  test('of YAML counts documents, and a cited value is a line of its own', () => {
    const tree = treeOf('a.yaml', 'a: 1\n---\nb: {c/d: 2024-05-01}\n', '/1/b/c~1d');

    expect([tree?.several, drawn(tree?.lines)]).toEqual([true, ['root (2) >', '  0 (1)', '  1 (1) >', '    b (1) >', expect.stringMatching(/^ {6}\*c\/d: 2024-05-01/)]]);
  });

  test('of a large file stays a few lines, with doors to what is left out', () => {
    const text = JSON.stringify({ results: Array.from({ length: 50_000 }, (_one, id) => ({ id, tags: [id === 30_000 ? 'x'.repeat(3_000) : 'y'] })) });

    const lines = treeOf('a.json', text, '/results/30000')?.lines ?? [];

    expect([lines.length, lines.filter(({ kind }) => kind === 'left-out'), lines.flatMap((line) => (line.kind === 'node' && line.value?.startsWith('x') === true ? [line.value.length] : []))]).toEqual([
      1 + 1 + 1 + 41 + 3 + 1, [{ kind: 'left-out', pointer: '/results', depth: 2, from: 0, count: 29_980 }, { kind: 'left-out', pointer: '/results', depth: 2, from: 30_021, count: 19_979 }], [1_001],
    ]);
  });

  test('of a cited node that holds everything is bounded too', () => {
    const text = JSON.stringify(Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => [1, 2, 3])));

    const lines = treeOf('a.json', text, '')?.lines ?? [];

    expect(lines.length).toBeLessThan(600);
    expect(lines.at(-1)).toMatchObject({ kind: 'left-out', pointer: '', count: 140 });
  });

  test('is none where nothing stands at the place', () => {
    expect([treeOf('a.json', '{"a":[1]}', '/a/1'), treeOf('a.json', '{"a":[1]}', '/toString'), treeOf('a.json', '{"a":[1]}', 'a'), treeOf('a.txt', 'words', '/a')]).toEqual([null, null, null, null]);
  });

  test('opens node by node', () => {
    const documents = parseDocuments(sourceFile('a.json', JSON.stringify({ list: Array.from({ length: 150 }, (_one, at) => at), word: 'x' })));

    const branch = placeBranch(documents, '/list', 40);

    expect([branch?.length, branch?.at(0), branch?.at(-1), placeBranch(documents, '/word', 0), placeBranch(documents, '/gone', 0)]).toEqual([
      101, { kind: 'node', pointer: '/list/40', depth: 2, key: '40', shape: 'number', members: null, value: '40', open: false, cited: false },
      { kind: 'left-out', pointer: '/list', depth: 2, from: 140, count: 10 }, null, null,
    ]);
  });
});

describe('a table', () => {
  test('of a delimited text shows the record a line stands in, under the header, by its line', () => {
    const text = `run,accuracy\n${Array.from({ length: 60 }, (_row, at) => `r${at},"0.${at}\n"`).join('\n')}\n`;

    const picture = pictureOf('a.csv', text, { lines: [43, 43] });

    expect(picture).toMatchObject({ kind: 'table', name: null, header: ['run', 'accuracy'], rowsBefore: 5, rowsAfter: 24, citedColumn: null, columnsLeftOut: 0 });
    expect(picture?.kind === 'table' && picture.rows.filter(({ cited }) => cited)).toEqual([{ key: '42', cells: ['r20', '0.20\n'], cited: true }]);
  });

  test('of a sheet shows the cell, and far columns are brought near', () => {
    const rows = Array.from({ length: 5 }, (_row, row) => Array.from({ length: 80 }, (_cell, column) => `${row}/${column}`));

    const picture = pictureOf('a.xlsx', { kind: 'sheets', complete: true, sheets: [{ name: 'Runs!', hidden: false, rows }] }, { cell: 'Runs!!BJ3' });

    const cited = picture?.kind === 'table' ? picture.rows.find((row) => row.cited) : undefined;
    expect([picture?.kind === 'table' && [picture.name, picture.columnsLeftOut, picture.header[picture.citedColumn ?? 0]], cited?.key, cited?.cells[20]]).toEqual([['Runs!', 40, '0/61'], '3', '2/61']);
  });

  test('of a database shows the row that a rowid names; a whole table and a whole file from their beginning', () => {
    const decoded: Decoded = { kind: 'tables', complete: true, tables: [{ name: 'runs', columns: ['id', 'status'], rows: [{ rowid: 7, values: ['a', null] }, { rowid: 9, values: ['b', 3] }] }] };

    const shown = [{ pointer: '/runs/9/status' }, { pointer: '/runs' }, { lines: [1, 1] as const }, { pointer: '/runs/8' }, { pointer: '/gone' }].map((where) => pictureOf('a.db', decoded, where));

    const table = (cited: boolean, citedColumn: number | null) => ({ kind: 'table', name: 'runs', header: ['id', 'status'], rows: [{ key: '7', cells: ['a', ''], cited: false }, { key: '9', cells: ['b', '3'], cited }], citedColumn, rowsBefore: 0, rowsAfter: 0, columnsLeftOut: 0 });
    expect(shown).toEqual([table(true, 1), table(false, null), table(false, null), null, null]);
  });
});

describe('a repository', () => {
  const git: DecodedGit = {
    kind: 'git', complete: true, repository: 'git.example/a', head: 'main', shallow: false, refs: [{ name: 'main', kind: 'branch', commit: 'c0', at: null }],
    commits: Array.from({ length: 100 }, (_commit, at) => ({ hash: `c${at}`, parents: at % 2 === 0 ? ['p', 'q'] : ['p'], at: null, author: at % 3, subject: `#${at}`, signed: false, changed: null })),
  };

  test('shows a commit among its neighbours, authors by number', () => {
    const picture = pictureOf('.git', git, { pointer: '/commits/40' });

    expect(picture).toMatchObject({ kind: 'git', repository: 'git.example/a', head: 'main', commitsBefore: 25, commitsAfter: 44, refsLeftOut: 0, refs: [{ name: 'main', cited: false }] });
    expect(picture?.kind === 'git' && picture.commits.filter(({ cited }) => cited)).toEqual([{ hash: 'c40', at: null, author: 1, subject: '#40', merge: true, signed: false, cited: true }]);
  });

  test('shows a ref, the newest commits for the whole, and nothing for what it has not', () => {
    const [ref, whole, gone] = ['/refs/0', '', '/commits/100'].map((pointer) => pictureOf('.git', git, { pointer }));

    expect([ref?.kind === 'git' && ref.refs[0]?.cited, whole?.kind === 'git' && [whole.commitsBefore, whole.commits[0]?.hash, whole.commits.length], gone]).toEqual([true, [0, 'c0', 31], null]);
  });
});
