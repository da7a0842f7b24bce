import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { alertingFacts, isAlerting } from './grafana/alerting.ts';
import { dashboardFacts, dashboardIn } from './grafana/dashboards.ts';
import { isProvisioning, provisioningFacts } from './grafana/provisioning.ts';

/** Grafana: dashboards as saved, exported or answered by the API, and the files that provision data sources, dashboards and alerting. */
export const grafana: Importer = {
  id: 'grafana',
  title: { zh: 'Grafana 看板与告警', en: 'Grafana dashboards and alerting' },
  recognises: (file, documents) => factsOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file.path, documents)?.() ?? []),
};

function factsOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = onlyMapping(path, documents);
  if (root === null) return null;
  const dashboard = dashboardIn(root);
  if (dashboard !== null) return () => dashboardFacts(dashboard);
  if (isAlerting(root)) return () => alertingFacts(root);
  return isProvisioning(root) ? () => provisioningFacts(root) : null;
}
