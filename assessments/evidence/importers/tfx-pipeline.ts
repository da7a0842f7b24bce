import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { kindByNames } from '../pipeline-step/command-groups.ts';
import { tfxComponentKind } from '../pipeline-step/tfx-components.ts';
import { unstatedStep } from '../unstated-delivery.ts';
import { type Message, all, first, messageIn, textIn } from './tfdv/message.ts';

/** TFX: the intermediate representation of a pipeline, as a text protocol buffer or as JSON. */
export const tfxPipeline: Importer = {
  id: 'tfx-pipeline',
  title: { zh: 'TFX 流水线定义', en: 'TFX pipelines' },
  recognises: (file, documents) => pipelineIn(file, documents) !== null,
  read: (file, documents) => {
    const root = pipelineIn(file, documents);
    return mostFacts(file.path, root === null ? [] : pipelineFacts(root, file.path));
  },
};

const opening = /^(?:\s|#[^\n]*\n)*(?:pipeline_info|nodes|execution_mode|runtime_spec|deployment_config)\s*[:{<]/;

function pipelineIn(file: SourceFile, documents: Documents): Message | null {
  const root = messageIn(file, documents, opening);
  return root !== null && textIn(root, 'pipeline_info', 'id') !== null && nodesOf(root).length > 0 ? root : null;
}

type Node = { readonly node: Message; readonly pipeline: string };

/** The nodes of a pipeline and of those inside it. */
function nodesOf(root: Message, depth = 0): readonly Node[] {
  const pipeline = textIn(root, 'pipeline_info', 'id') ?? '';
  return all(root, 'nodes').flatMap((wrapper) => {
    const [own, inner] = [first(wrapper, 'pipeline_node'), first(wrapper, 'sub_pipeline')];
    return [...(own === null ? [] : [{ node: own, pipeline }]), ...(inner === null || depth > 5 ? [] : nodesOf(inner, depth + 1))];
  });
}

function pipelineFacts(root: Message, path: string): readonly Fact[] {
  const name = textIn(root, 'pipeline_info', 'id') ?? path;
  const nodes = nodesOf(root);
  const definition: FactOf<'pipeline.definition'> = { type: 'pipeline.definition', place: root.place, also: [], system: 'tfx', name, jobs: nodes.length, reusable: false, permissions: false, concurrency: false };
  return [definition, ...nodes.map((one) => nodeStep(one, name))];
}

/** A component; one that only runs when a condition holds says so among its inputs. */
function nodeStep({ node, pipeline: job }: Node, pipeline: string): FactOf<'pipeline.step'> {
  const name = textIn(node, 'node_info', 'id') ?? '';
  const component = textIn(node, 'node_info', 'type', 'name');
  const inputs = first(node, 'inputs');
  const conditions = inputs === null ? [] : all(inputs, 'conditionals');
  return {
    type: 'pipeline.step', place: node.place, ...unstatedStep, pipeline, job, name, kind: tfxComponentKind(component ?? name) ?? kindByNames([name]), uses: component,
    conditional: conditions.length === 0 ? null : conditions.map((one) => textIn(one, 'key') ?? 'condition').join(' && '), needs: all(node, 'upstream_nodes').map(({ text }) => text ?? ''),
  };
}
