/** What the configuration of a repository says that matters here; accounts and passwords in addresses are left out. */
export type GitConfig = {
  readonly repository: string | null;
  readonly hashBytes: number;
  /** Refs are kept in tables (reftable), which are not read. */
  readonly refTables: boolean;
};

/** Reads `config`: the address of `origin`, else of the first remote; and which hashes are used. */
export function gitConfig(text: string): GitConfig {
  const settings = settingsIn(text);
  const remotes = settings.filter(({ section, key }) => key === 'url' && /^remote "/.test(section));
  const address = (remotes.find(({ section }) => section === 'remote "origin"') ?? remotes[0])?.value;
  const extension = (name: string, wanted: string): boolean => settings.some(({ section, key, value }) => section.toLowerCase() === 'extensions' && key === name && value.toLowerCase() === wanted);
  return { repository: address === undefined ? null : repositoryName(address), hashBytes: extension('objectformat', 'sha256') ? 32 : 20, refTables: extension('refstorage', 'reftable') };
}

type Setting = { readonly section: string; readonly key: string; readonly value: string };

function settingsIn(text: string): readonly Setting[] {
  let section = '';
  return text.slice(0, 1_000_000).split('\n').flatMap((line): readonly Setting[] => {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim() ?? section;
    const [, key, value = ''] = /^\s*([A-Za-z][\w-]*)\s*=\s*(\S.*)$/.exec(line.slice(0, 2_000)) ?? [];
    return key === undefined ? [] : [{ section, key: key.toLowerCase(), value: value.trim() }];
  });
}

/** `https://account:secret@host:443/owner/name.git`, `git@host:owner/name` → host/owner/name; null for a folder of a machine. */
function repositoryName(address: string): string | null {
  const [, host, path] = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]+)(?::[0-9]+)?\/+(.+)$/i.exec(address) ?? /^(?:[^/@:]+@)?([^/@:]+\.[^/@:]+|localhost):(?!\\)(.+)$/.exec(address) ?? [];
  if (host === undefined || path === undefined || /^file:/i.test(address)) return null;
  return `${host}/${path.replace(/^\/+/, '').replace(/\/+$/, '').replace(/\.git$/, '')}`;
}
