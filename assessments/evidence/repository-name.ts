/**
 * A repository as facts name it: host/owner/name without protocol, account, port, branch and `.git`
 * (`git+https://token@github.com/a/b.git@refs/heads/main` and `git@github.com:a/b` both give github.com/a/b).
 * Null where it is no address of a repository, such as a folder on a machine.
 */
export function repositoryName(written: string | null): string | null {
  const text = (written ?? '').trim().slice(0, 500).replace(/^git\+/, '').replace(/[?#].*$/s, '');
  if (text === '' || /^(?:file:|\/|~|\.|[A-Za-z]:[\\/])/.test(text)) return null;
  const bare = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^[^/@]*@(?=[^/]*[/:])/, '');
  const path = bare.replace(/@.*$/s, '').replace(/^([^/:]+):(?:[0-9]{1,5}\/)?/, '$1/').replace(/\/+$/, '').replace(/\.git$/, '');
  return /^[^\s/]+(?:\/[^\s/]+)+$/.test(path) ? path : null;
}
