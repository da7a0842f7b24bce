const identifier = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|AIREL-[\w.-]+)$/i;
const holdsReleases = /^(?:releases?|release[-_]?(?:bundles?|evidence|records?|folders?)|发布(?:包|记录)?)$/i;

/** The folder a file lies in; '' at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A folder named by the id of a run or release, or one right below a folder named releases. */
export function isReleaseFolder(path: string): boolean {
  return releaseOfPath(path) !== null;
}

/** The release that the folder of a file names: a run id, a release id, or whatever a folder below `releases` is called; null elsewhere. */
export function releaseOfPath(path: string): string | null {
  const folders = folderOf(path).split('/');
  const own = folders.at(-1) ?? '';
  const above = folders.at(-2) ?? '';
  return identifier.test(own) || (own !== '' && holdsReleases.test(above)) ? own : null;
}
