import { diagnostic } from '../../diagnostics.ts';
import type { Documents } from '../../documents.ts';
import type { Fact } from '../../facts.ts';
import type { Importer } from '../../importer.ts';
import { rootSpots } from '../../spot.ts';
import { helmLine } from '../../templating.ts';
import { argoWorkflowFacts } from './argo-workflows.ts';
import { type FileContext, contextOf } from './context.ts';
import { alertProviderFacts, flaggerCanaryFacts, metricTemplateFacts } from './flagger.ts';
import { gatewayRouteFacts, ingressFacts, knativeServiceFacts, serviceFacts } from './gateway.ts';
import { authenticationFacts, destinationRuleFacts, virtualServiceFacts } from './istio.ts';
import { iter8ExperimentFacts } from './iter8.ts';
import { inferenceGraphFacts, languageModelFacts, servingRuntimeFacts, trainedModelFacts } from './kserve-others.ts';
import { inferenceServiceFacts } from './kserve.ts';
import { alertmanagerConfigFacts, configurationFacts, monitorFacts, prometheusRuleFacts } from './monitoring.ts';
import { type KubernetesObject, objectsIn } from './object.ts';
import { analysisFacts, experimentFacts, rolloutFacts } from './rollouts.ts';
import { eventScalingFacts, horizontalScalingFacts } from './scaling.ts';
import { manifestSecrets } from './secrets.ts';
import { seldonDeploymentFacts, seldonExperimentFacts, seldonModelFacts, seldonPipelineFacts } from './seldon.ts';
import { podFacts, workloadFacts } from './workload.ts';

type Reader = (object: KubernetesObject, context: FileContext) => readonly Fact[];

/** What is read from which kind, by API group; an object of any other kind is recognised and yields nothing; a file of nothing else says so. */
const readers: readonly (readonly [groups: RegExp, kinds: readonly string[], reader: Reader])[] = [
  [/^(?:apps|extensions)$/, ['Deployment', 'StatefulSet', 'DaemonSet'], workloadFacts],
  [/^$/, ['Pod'], podFacts],
  [/^$/, ['Service'], serviceFacts],
  [/^$/, ['ConfigMap', 'Secret'], configurationFacts],
  [/^autoscaling$/, ['HorizontalPodAutoscaler'], horizontalScalingFacts],
  [/^keda\.sh$/, ['ScaledObject', 'ScaledJob'], eventScalingFacts],
  [/^serving\.(?:kserve\.io|kubeflow\.org)$/, ['InferenceService'], inferenceServiceFacts],
  [/^serving\.(?:kserve\.io|kubeflow\.org)$/, ['InferenceGraph'], inferenceGraphFacts],
  [/^serving\.(?:kserve\.io|kubeflow\.org)$/, ['TrainedModel'], trainedModelFacts],
  [/^serving\.(?:kserve\.io|kubeflow\.org)$/, ['ServingRuntime', 'ClusterServingRuntime'], servingRuntimeFacts],
  [/^serving\.kserve\.io$/, ['LLMInferenceService', 'LLMInferenceServiceConfig'], languageModelFacts],
  [/^machinelearning\.seldon\.io$/, ['SeldonDeployment'], seldonDeploymentFacts],
  [/^mlops\.seldon\.io$/, ['Model'], seldonModelFacts],
  [/^mlops\.seldon\.io$/, ['Experiment'], seldonExperimentFacts],
  [/^mlops\.seldon\.io$/, ['Pipeline'], seldonPipelineFacts],
  [/^iter8\.tools$/, ['Experiment'], iter8ExperimentFacts],
  [/^argoproj\.io$/, ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow'], argoWorkflowFacts],
  [/^argoproj\.io$/, ['Rollout'], rolloutFacts],
  [/^argoproj\.io$/, ['AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun'], analysisFacts],
  [/^argoproj\.io$/, ['Experiment'], experimentFacts],
  [/^flagger\.app$/, ['Canary'], flaggerCanaryFacts],
  [/^flagger\.app$/, ['MetricTemplate'], metricTemplateFacts],
  [/^flagger\.app$/, ['AlertProvider'], alertProviderFacts],
  [/^networking\.istio\.io$/, ['VirtualService'], virtualServiceFacts],
  [/^networking\.istio\.io$/, ['DestinationRule'], destinationRuleFacts],
  [/^security\.istio\.io$/, ['RequestAuthentication', 'AuthorizationPolicy', 'PeerAuthentication'], authenticationFacts],
  [/^gateway\.networking\.k8s\.io$/, ['HTTPRoute', 'GRPCRoute'], gatewayRouteFacts],
  [/^(?:networking\.k8s\.io|extensions)$/, ['Ingress'], ingressFacts],
  [/^serving\.knative\.dev$/, ['Service'], knativeServiceFacts],
  [/^monitoring\.coreos\.com$/, ['PrometheusRule'], prometheusRuleFacts],
  [/^monitoring\.coreos\.com$/, ['ServiceMonitor', 'PodMonitor'], monitorFacts],
  [/^monitoring\.coreos\.com$/, ['AlertmanagerConfig'], alertmanagerConfigFacts],
];

/** Manifests of Kubernetes and of what extends it: KServe, Seldon, Argo Rollouts and Workflows, Flagger, iter8, Istio, Knative, Prometheus operator. */
export const kubernetes: Importer = {
  id: 'kubernetes',
  title: { zh: 'Kubernetes 清单', en: 'Kubernetes manifests' },
  recognises: (file, documents) => objectsOf(file.path, documents).length > 0,
  read: (file, documents) => {
    const template = helmLine(file.text ?? '');
    if (template !== null) return { facts: [], diagnostics: [diagnostic('template', file.path, { line: template })] };
    const objects = objectsOf(file.path, documents);
    const context = contextOf(objects);
    const facts = [...objects.flatMap((object) => readerOf(object)(object, context)), ...manifestSecrets(objects)];
    return { facts, diagnostics: facts.length > 0 ? [] : [diagnostic('unrecognised', file.path, { detail: kindsOf(objects) })] };
  },
};

/** `Secret, PersistentVolumeClaim`. */
function kindsOf(objects: readonly KubernetesObject[]): string {
  return [...new Set(objects.map(({ kind }) => kind))].join(', ');
}

function objectsOf(path: string, documents: Documents): readonly KubernetesObject[] {
  return rootSpots(path, documents).flatMap(objectsIn);
}

function readerOf({ group, kind }: KubernetesObject): Reader {
  return readers.find(([groups, kinds]) => kinds.includes(kind) && groups.test(group))?.[2] ?? (() => []);
}
