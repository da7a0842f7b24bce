/** What may stand in shipped code although it looks like a way out, each with the reason why it is none. A new line needs a reader. */
export type Allowed = { readonly file: string; readonly what: string; readonly why: string };

const svg = 'http://www.w3.org/2000/svg';

export const allowedInSources: readonly Allowed[] = [
  { file: 'electron/browser/http.ts', what: 'node:http', why: 'the loopback server of the browser shell, which listens on 127.0.0.1 and only answers, and a second start, which asks the running program there to open a window' },
  { file: 'electron/browser/http.ts', what: 'WebSocket', why: 'a comment on what is not loaded' },
  { file: 'electron/browser/server.ts', what: 'http://127.0.0.1:${port}/#launch=${code}', why: 'the address of that server, told to the user or the browser' },
  { file: 'electron/browser/gate.ts', what: 'http://127.0.0.1:${port}', why: 'compared with the origin a request names' },
  { file: 'electron/browser/launch.ts', what: 'http://127.0.0.1:9', why: 'a proxy that is not there, so that the browser reaches nothing' },
  { file: 'electron/desktop/window.ts', what: 'https://dictionaries.invalid/', why: 'a host that cannot be, so that no dictionary is loaded' },
  { file: 'electron/desktop/failures.ts', what: 'crashReporter', why: 'writes crashes into a local folder; told not to upload, and given no address to upload to' },
  { file: 'electron/storage/salvage/rows.ts', what: 'https://www.sqlite.org/fileformat2.html', why: 'a comment on the format of the file' },
  { file: 'electron/storage/salvage/wal.ts', what: 'https://www.sqlite.org/fileformat2.html', why: 'a comment on the format of the file' },
  { file: 'electron/export/charts/picture.ts', what: svg, why: 'the name of the SVG namespace' },
  { file: 'electron/intake/decode/git/config.ts', what: 'https://account:secret@host:443/owner/name.git', why: 'a comment on how remotes are written' },
  { file: 'renderer/bridge.ts', what: 'fetch(', why: 'the page speaks with its own shell; the policy of the page forbids any other origin' },
  { file: 'renderer/browser-bridge.ts', what: 'fetch(', why: 'the same, with paths of the shell only' },
  { file: 'assessments/evidence/importers/croissant.ts', what: 'http://mlcommons.org/croissant/1.1', why: 'a comment on the name of a format' },
  { file: 'assessments/evidence/importers/croissant.ts', what: 'http://mlcommons.org/schema/', why: 'the name by which the format is recognised' },
  { file: 'assessments/evidence/importers/cyclonedx/xml.ts', what: 'http://cyclonedx.org/schema/bom/', why: 'the name by which the format is recognised' },
  { file: 'assessments/evidence/importers/trx.ts', what: 'http://microsoft.com/schemas/VisualStudio/TeamTest/', why: 'the name by which the format is recognised' },
  { file: 'assessments/evidence/importers/dbt/artifact.ts', what: 'https://schemas.getdbt.com/dbt/manifest/v12.json', why: 'a comment on the name by which the format is recognised' },
  { file: 'assessments/evidence/importers/github-records/record.ts', what: 'https://api.github.com/repos/owner/name/…', why: 'a comment on how the interface names a record' },
  { file: 'assessments/evidence/importers/github-records/record.ts', what: 'https://git.example/api/v3/repos/owner/name/…', why: 'a comment on how the interface names a record' },
  { file: 'assessments/evidence/importers/kubernetes/argo-workflows.ts', what: 'http', why: 'a field of a workflow template' },
  { file: 'assessments/evidence/importers/kubernetes/istio.ts', what: 'http', why: 'a field of a virtual service' },
  { file: 'assessments/evidence/importers/kubernetes/istio.ts', what: 'tls', why: 'a field of a virtual service' },
  { file: 'assessments/evidence/repository-name.ts', what: 'https://token@github.com/a/b.git@refs/heads/main', why: 'a comment on how repositories are written' },
];

/** By `what` alone, because the names of built files change with their content. */
export const allowedInPages: readonly Omit<Allowed, 'file'>[] = [
  { what: svg, why: 'React, icons and the chart name the SVG namespace' },
  { what: 'http://www.w3.org/1999/xlink', why: 'a namespace React and the chart know' },
  { what: 'http://www.w3.org/2000/xmlns/', why: 'a namespace the chart knows' },
  { what: 'http://www.w3.org/XML/1998/namespace', why: 'a namespace React and the chart know' },
  { what: 'http://www.w3.org/1998/Math/MathML', why: 'a namespace React knows' },
  { what: 'https://react.dev/errors/', why: 'React writes where an error of it is explained; text, nothing is loaded' },
  { what: 'http://[${e}]', why: 'zod looks whether a text is an address by taking it apart; nothing is loaded' },
  { what: 'https://json-schema.org/draft/2020-12/schema', why: 'the name of a format that zod can write' },
  { what: 'http://json-schema.org/draft-07/schema#', why: 'the name of a format that zod can write' },
  { what: 'http://json-schema.org/draft-04/schema#', why: 'the name of a format that zod can write' },
  { what: 'fetch(', why: 'the bridge to the shell' },
  { what: 'preconnect', why: 'a function of React that nothing calls; the policy of the page would stop it' },
  { what: 'dns-prefetch', why: 'a function of React that nothing calls; names lead nowhere by the flags of the browser' },
];

export const allowedInPrograms: readonly Omit<Allowed, 'file'>[] = [
  { what: 'node:http', why: 'the loopback server of the browser shell' },
  { what: 'http', why: 'a field of a virtual service, in the importer for Istio' },
  { what: 'tls', why: 'a field of a virtual service, in the importer for Istio' },
  { what: 'fetch(', why: 'the reader of PDFs looks objects up in a document by a method of that name; its way out is cut where the programs are built' },
  { what: 'crashReporter', why: 'writes crashes into a local folder, never uploads' },
  { what: 'WebSocket', why: 'a comment on why it is not loaded' },
  { what: 'importScripts', why: 'the workbook writer asks whether it runs in a worker of a browser' },
];
