import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { gitLimits } from '../../../../electron/intake/decode/decode-limits.ts';
import { readRepository } from '../../../../electron/intake/decode/git/read-repository.ts';
import { repositoryBuilder } from '../../../builders/repository.ts';
import { temporaryFolder } from '../../taking.ts';

type Texts = Readonly<Record<string, string | Uint8Array>>;
const read = (objects: Iterable<readonly [string, Uint8Array]>, texts: Texts, limits = gitLimits) => (
  readRepository(new Map([...objects, ...Object.entries(texts).map(([name, text]): readonly [string, Uint8Array] => [name, Buffer.from(text as string)])].map(([name, bytes]) => [name, () => bytes])), limits)
);

/** Three commits and a merge, by two people; the second changes code and data. */
function history() {
  const builder = repositoryBuilder();
  const first = builder.commit({ files: { 'README.md': 'a', 'src/train.py': 'x' }, seconds: 1_700_000_000, message: 'First\n\nmore\n' });
  const second = builder.commit({ files: { 'README.md': 'a', 'src/train.py': 'y', 'data/raw.csv.dvc': 'md5' }, parents: [first], seconds: 1_700_000_100, author: 'Bert <BERT@example.com>', header: 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----' });
  const side = builder.commit({ files: { 'README.md': 'b', 'src/train.py': 'x' }, parents: [first], seconds: 1_700_000_200, author: 'bert <bert@example.com>' });
  const merge = builder.commit({ files: { 'README.md': 'b', 'src/train.py': 'y', 'data/raw.csv.dvc': 'md5' }, parents: [second, side], seconds: 1_700_000_300, message: "Merge branch 'side' into 'main'\n\nSee merge request ml/scorer!45\n" });
  const tag = builder.tag(second, 1_700_000_400);
  return { builder, first, second, side, merge, tag };
}

const texts = ({ merge, side, second, tag }: ReturnType<typeof history>): Texts => ({
  'HEAD': 'ref: refs/heads/main\n', 'refs/heads/main': `${merge}\n`, 'refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/side\n', 'refs/stash': `${side}\n`,
  'packed-refs': `# pack-refs with: peeled fully-peeled sorted \n${second} refs/heads/main\n${side} refs/remotes/origin/side\n${tag} refs/tags/v1.0\n^${second}\n`,
  'config': '[core]\n\tbare = false\n[remote "fork"]\n\turl = /home/somebody/scorer\n[remote "origin"]\n\turl = https://somebody:secret@git.example.com:8443/ml/scorer.git\n',
});

describe('a repository is read without git', () => {
  const made = history();
  const { first, second, side, merge } = made;
  const expected = {
    kind: 'git', complete: true, repository: 'git.example.com/ml/scorer', head: 'main', shallow: false,
    refs: [
      { name: 'main', kind: 'branch', commit: merge, at: '2023-11-14T22:18:20Z' },
      { name: 'origin/HEAD', kind: 'remote', commit: side, at: '2023-11-14T22:16:40Z' },
      { name: 'origin/side', kind: 'remote', commit: side, at: '2023-11-14T22:16:40Z' },
      { name: 'refs/stash', kind: 'other', commit: side, at: '2023-11-14T22:16:40Z' },
      { name: 'v1.0', kind: 'tag', commit: second, at: '2023-11-14T22:20:00Z' },
    ],
    commits: [
      { hash: merge, parents: [second, side], at: '2023-11-14T22:18:20Z', author: 0, subject: "Merge branch 'side' into 'main'", body: 'See merge request ml/scorer!45', signed: false, changed: { files: 1, code: 0, data: 0 } },
      { hash: side, parents: [first], at: '2023-11-14T22:16:40Z', author: 1, subject: 'change', signed: false, changed: { files: 1, code: 0, data: 0 } },
      { hash: second, parents: [first], at: '2023-11-14T22:15:00Z', author: 1, subject: 'change', signed: true, changed: { files: 2, code: 1, data: 1 } },
      { hash: first, parents: [], at: '2023-11-14T22:13:20Z', author: 0, subject: 'First', signed: false, changed: { files: 2, code: 1, data: 0 } },
    ],
  };

  it.each([
    ['each object in a file of its own', made.builder.loose()],
    ['a pack', made.builder.packed()],
    ['a pack of differences by offset', made.builder.packed('offset')],
    ['a pack of differences by name', made.builder.packed('name')],
  ])('%s', (_how, objects) => {
    expect(read(objects, texts(made))).toEqual({ decoded: expected, cut: false });
  });

  it('names and addresses of people do not leave it', () => {
    expect(JSON.stringify(read(made.builder.loose(), texts(made)))).not.toMatch(/anna|bert|example\.com>|somebody|secret/i);
  });
});

describe('what is not all there', () => {
  it('the edge of a shallow clone is no damage, and not the whole history', () => {
    const made = history();
    const objects = [...made.builder.loose()].filter(([name]) => !name.endsWith(made.first.slice(2)));

    const { decoded, cut } = read(objects, { ...texts(made), shallow: `${made.second}\n${made.side}\n` });

    expect({ cut, complete: decoded.complete, shallow: decoded.shallow, changed: decoded.commits.map(({ changed }) => changed) }).toEqual({
      cut: false, complete: false, shallow: true, changed: [{ files: 1, code: 0, data: 0 }, null, null],
    });
  });

  it('missing and damaged objects cut the history, and the rest is read', () => {
    const made = history();
    const objects = [...made.builder.loose()].map(([name, bytes]): readonly [string, Uint8Array] => [name, name.endsWith(made.second.slice(2)) ? bytes.subarray(0, 10) : bytes]);

    const { decoded, cut } = read(objects, texts(made));

    expect({ cut, complete: decoded.complete, commits: decoded.commits.map(({ hash }) => hash) }).toEqual({ cut: true, complete: false, commits: [made.merge, made.side, made.first] });
  });

  it('bounds cut it too', () => {
    const made = history();

    const { decoded, cut } = read(made.builder.loose(), texts(made), { ...gitLimits, commits: 2, refs: 3, comparedCommits: 1 });

    expect({ cut, refs: decoded.refs.length, commits: decoded.commits.length, compared: decoded.commits.filter(({ changed }) => changed !== null).length }).toEqual({ cut: true, refs: 3, commits: 2, compared: 0 });
  });

  it('a HEAD that names a commit is no branch', () => {
    const made = history();

    const { decoded } = read(made.builder.loose(), { HEAD: `${made.side}\n` });

    expect({ head: decoded.head, refs: decoded.refs, commits: decoded.commits.length }).toEqual({ head: null, refs: [{ name: 'HEAD', kind: 'other', commit: made.side, at: '2023-11-14T22:16:40Z' }], commits: 2 });
  });

  it('refs in tables are not read, and that is told', () => {
    expect(read([], { HEAD: 'ref: refs/heads/.invalid\n', config: '[extensions]\n\trefStorage = reftable\n' })).toMatchObject({ cut: true, decoded: { complete: false } });
  });

  it('messages in the encodings of Chinese tools are read', () => {
    const builder = repositoryBuilder();
    const commit = builder.commit({ header: 'encoding GBK', message: Buffer.from('cdb3d2bbc4a3d0cd', 'hex') });

    expect(read(builder.loose(), { 'HEAD': commit }).decoded.commits[0]?.subject).toBe('统一模型');
  });

  it.each([
    ['https://git.example.com/a/b.git', 'git.example.com/a/b'],
    ['ssh://git@git.example.com:2222/a/b', 'git.example.com/a/b'],
    ['git@git.example.com:a/b.git', 'git.example.com/a/b'],
    ['file:///home/somebody/b', null],
    ['/home/somebody/b', null],
    ['C:\\Users\\somebody\\b', null],
    ['../b', null],
  ])('the remote %s is %s', (url, expected) => {
    expect(read([], { HEAD: 'ref: refs/heads/main', config: `[remote "origin"]\n  url = ${url}\n` }).decoded.repository).toBe(expected);
  });
});

describe('hostile bytes', () => {
  it('any byte of a pack or its index may be wrong', () => {
    const made = history();
    const packed = made.builder.packed('offset');
    for (const [name, bytes] of packed) {
      for (let at = 0; at < bytes.length; at += name.endsWith('.idx') ? 7 : 1) {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ 0xff;
        expect(() => read([...packed, [name, damaged]], texts(made))).not.toThrow();
      }
      expect(() => read([...packed, [name, bytes.subarray(0, bytes.length / 2)]], texts(made))).not.toThrow();
    }
  });

  it('objects that build on themselves, and tags of tags, end', () => {
    const made = history();
    const packed = made.builder.packed('offset');
    const pack = Buffer.from(packed.get('objects/pack/pack-a.pack') ?? []);
    const tags = Array.from({ length: 20 }).reduce<string>((object) => made.builder.tag(object), made.first);

    expect(() => read([...packed, ['objects/pack/pack-a.pack', pack.fill(0x60, 12, 60)]], texts(made))).not.toThrow();
    expect(read(made.builder.loose(), { HEAD: 'ref: refs/heads/main', 'refs/tags/deep': tags }).decoded.commits).toEqual([]);
  });
});

const hasGit = spawnSync('git', ['--version']).status === 0;

test.skipIf(!hasGit)('a repository that git itself made and packed reads as git logs it', () => {
  const folder = temporaryFolder();
  const git = (...words: readonly string[]) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main', ...words], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: folder } });
  git('init', '-q');
  for (let index = 0; index < 12; index += 1) {
    execFileSync('sh', ['-c', `mkdir -p d && seq ${index * 50} ${index * 50 + 400} > d/f${index % 3}.py`], { cwd: folder });
    git('add', '-A');
    git('commit', '-qm', `change ${index}`);
  }
  git('tag', '-a', 'v1.0', '-m', 'x');
  git('gc', '-q', '--aggressive');

  const base = join(folder, '.git');
  const files = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const { decoded, cut } = readRepository(new Map(files.map((path) => [relative(base, path), () => readFileSync(path)])));

  const logged = git('log', '--format=%H %P').trim().split('\n').map((line) => line.trim()).sort();
  expect({ cut, complete: decoded.complete, log: decoded.commits.map(({ hash, parents }) => [hash, ...parents].join(' ')).sort() }).toEqual({ cut: false, complete: true, log: logged });
  expect(decoded.commits.every(({ changed }) => changed?.files === 1)).toBe(true);
});
