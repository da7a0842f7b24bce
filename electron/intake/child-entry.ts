/** The programs that run as child processes, by name: where each lies beside the sources. */
const sources = {
  'intake-process': './intake-process.ts',
  'analyse-process': './analyse-process.ts',
  'workbook-process': './workbook-process.ts',
  'template-process': '../handlers/wording/template-process.ts',
  'report-process': '../handlers/report-process.ts',
  'plan-process': '../planning/plan-process.ts',
  'show-process': '../handlers/showing/show-process.ts',
  'file-process': '../handlers/keeping/file-process.ts',
} as const;
export type ChildName = keyof typeof sources;

/** The entry file of a child process: the source where the sources run, the bundle beside this one where bundles do. */
export function childEntry(name: ChildName, here: string = import.meta.url): URL {
  return new URL(here.endsWith('.ts') ? sources[name] : `./${name}.js`, here);
}

/** Path in the project of every child program's source, by name; what the build makes bundles of. */
export function childSources(): Readonly<Record<ChildName, string>> {
  const inProject = (name: ChildName): string => new URL(sources[name], 'file:///electron/intake/').pathname.slice(1);
  return Object.fromEntries(Object.keys(sources).map((name) => [name, inProject(name as ChildName)])) as Record<ChildName, string>;
}
