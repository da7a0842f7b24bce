import type { Importer } from '../importer.ts';
import { airflow } from './airflow.ts';
import { azureMl } from './azure-ml.ts';
import { azurePipelines } from './azure-pipelines.ts';
import { bentoml } from './bentoml.ts';
import { branchPolicy } from './branch-policy.ts';
import { changeControl } from './change-control.ts';
import { changelog } from './changelog.ts';
import { cobertura } from './cobertura.ts';
import { codecarbon } from './codecarbon.ts';
import { compose } from './compose.ts';
import { coveragePy } from './coverage-py.ts';
import { croissant } from './croissant.ts';
import { cyclonedx } from './cyclonedx.ts';
import { dataCard } from './data-card.ts';
import { databricksBundle } from './databricks-bundle.ts';
import { datasetInfos } from './dataset-infos.ts';
import { dbt } from './dbt.ts';
import { deepchecks } from './deepchecks.ts';
import { dependencies } from './dependencies.ts';
import { dockerfile } from './dockerfile.ts';
import { document } from './document.ts';
import { dvc } from './dvc.ts';
import { evidently } from './evidently.ts';
import { feast } from './feast.ts';
import { gitExport } from './git-export.ts';
import { git } from './git.ts';
import { githubActions } from './github-actions.ts';
import { githubRecords } from './github-records.ts';
import { gitlabCi } from './gitlab-ci.ts';
import { gitlabRecords } from './gitlab-records.ts';
import { grafana } from './grafana.ts';
import { greatExpectations } from './great-expectations.ts';
import { helm } from './helm.ts';
import { homeMadeDrift } from './home-made-drift.ts';
import { helmChart } from './helm-chart.ts';
import { huggingfaceCard } from './huggingface-card.ts';
import { jacoco } from './jacoco.ts';
import { jenkinsfile } from './jenkinsfile.ts';
import { junit } from './junit.ts';
import { kubeflowPipeline } from './kubeflow-pipeline.ts';
import { kubernetes } from './kubernetes/index.ts';
import { lcov } from './lcov.ts';
import { lintList } from './lint-list.ts';
import { lmEval } from './lm-eval.ts';
import { metaflow } from './metaflow.ts';
import { metricFile } from './metric-file.ts';
import { mlflow } from './mlflow.ts';
import { mlperf } from './mlperf.ts';
import { modelCardToolkit } from './model-card-toolkit.ts';
import { modelCard } from './model-card.ts';
import { nunit } from './nunit.ts';
import { openlineage } from './openlineage.ts';
import { projectDocs } from './project-docs.ts';
import { prometheus } from './prometheus.ts';
import { promptfoo } from './promptfoo.ts';
import { provenance } from './provenance.ts';
import { ragMetrics } from './rag-metrics.ts';
import { recordTable } from './record-table.ts';
import { releaseFolder } from './release-folder.ts';
import { releasePlaybook } from './release-playbook.ts';
import { sagemakerMonitor } from './sagemaker-monitor.ts';
import { sagemakerPipeline } from './sagemaker-pipeline.ts';
import { sarif } from './sarif.ts';
import { soda } from './soda.ts';
import { spdx } from './spdx.ts';
import { tfdv } from './tfdv.ts';
import { tfxBlessing } from './tfx-blessing.ts';
import { tfxPipeline } from './tfx-pipeline.ts';
import { trainingParameters } from './training-parameters.ts';
import { trx } from './trx.ts';
import { xunit } from './xunit.ts';
import { zenml } from './zenml.ts';

/** Every importer, one line each; the order decides nothing. */
export const importers: readonly Importer[] = [
  airflow,
  azureMl,
  azurePipelines,
  bentoml,
  branchPolicy,
  changeControl,
  changelog,
  cobertura,
  codecarbon,
  compose,
  coveragePy,
  croissant,
  cyclonedx,
  databricksBundle,
  dataCard,
  datasetInfos,
  dbt,
  deepchecks,
  dependencies,
  dockerfile,
  document,
  dvc,
  evidently,
  feast,
  git,
  gitExport,
  githubActions,
  githubRecords,
  gitlabCi,
  gitlabRecords,
  grafana,
  greatExpectations,
  helm,
  homeMadeDrift,
  helmChart,
  huggingfaceCard,
  jacoco,
  jenkinsfile,
  junit,
  kubeflowPipeline,
  kubernetes,
  lcov,
  lintList,
  lmEval,
  metaflow,
  metricFile,
  mlflow,
  mlperf,
  modelCard,
  modelCardToolkit,
  nunit,
  openlineage,
  projectDocs,
  prometheus,
  promptfoo,
  provenance,
  ragMetrics,
  recordTable,
  releaseFolder,
  releasePlaybook,
  sagemakerMonitor,
  sagemakerPipeline,
  sarif,
  soda,
  spdx,
  tfdv,
  tfxBlessing,
  tfxPipeline,
  trainingParameters,
  trx,
  xunit,
  zenml,
];
