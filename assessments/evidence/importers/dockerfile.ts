import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import { type ImageReference, imageReference } from '../image-reference.ts';
import type { Importer } from '../importer.ts';
import type { Place } from '../place.ts';
import { linesOf } from '../text-lines.ts';
import { installedPackages } from './dockerfile/installs.ts';
import { type Instruction, instructionsOf } from './dockerfile/instructions.ts';
import { bakedModels } from './dockerfile/models.ts';
import { imageSecrets } from './dockerfile/secrets.ts';
import { type Stage, isUnprivileged, stagesOf } from './dockerfile/stages.ts';

/** Dockerfiles and Containerfiles. */
export const dockerfile: Importer = {
  id: 'dockerfile',
  title: { zh: 'Dockerfile（容器构建文件）', en: 'Dockerfile' },
  recognises: (file, documents) => isDockerfile(file, documents),
  read: (file) => {
    const template = linesOf(file.text ?? '').findIndex((line) => /^\s*(?:\{%|\{\{)|^\s*FROM\s.*(?:\{\{|\{%)/i.test(line));
    if (template !== -1) return { facts: [], diagnostics: [diagnostic('template', file.path, { line: template + 1 })] };
    return { facts: imageFileFacts(file), diagnostics: [] };
  },
};

const longest = 300_000;

/** It begins with FROM or with arguments for it; without the name every statement must be an instruction, and there must be more than FROM. */
function isDockerfile({ path, text }: SourceFile, { kind }: Documents): boolean {
  if (text === null || text.length > longest || kind !== 'none' || !/^\s*FROM\s+\S/im.test(text)) return false;
  const named = /(?:^|\/)(?:[^/]*[.-])?(?:dockerfile|containerfile)(?:[.-][^/]*)?$/i.test(path);
  const { instructions, strange } = instructionsOf(text);
  const first = instructions.find(({ word }) => word !== 'ARG');
  if (first?.word !== 'FROM') return false;
  return named ? strange <= instructions.length : strange === 0 && instructions.some(({ word }) => ['RUN', 'COPY', 'CMD', 'ENTRYPOINT'].includes(word)) && /^\S+(?:\s+AS\s+\S+)?$/i.test(first.rest);
}

function imageFileFacts({ path, text }: SourceFile): readonly Fact[] {
  const { instructions } = instructionsOf(text ?? '');
  const stages = stagesOf(instructions);
  const bases = stages.flatMap((stage) => baseFact(path, stage));
  const whole: Place = { file: path, lines: [1, linesOf(text ?? '').length] };
  return [environmentFact(whole, instructions, stages), ...bases, ...copiedImages(path, instructions, stages), ...bakedModels(path, instructions), ...imageSecrets(whole, instructions)];
}

function baseFact(file: string, { name, image, from }: Stage): readonly FactOf<'image.digest'>[] {
  return image === null || image.toLowerCase() === 'scratch' ? [] : [imageFact({ file, lines: from.lines }, imageReference(image), 'base', name)];
}

/** Files taken out of another image while building. */
function copiedImages(file: string, instructions: readonly Instruction[], stages: readonly Stage[]): readonly FactOf<'image.digest'>[] {
  const names = new Set(stages.flatMap(({ name }, index) => [name.toLowerCase(), String(index)]));
  return instructions.filter(({ flags }) => /[/:@]/.test(flags['from'] ?? '') && !names.has((flags['from'] ?? '').toLowerCase()) && !(flags['from'] ?? '').includes('$'))
    .map(({ flags, lines }) => imageFact({ file, lines }, imageReference(flags['from'] ?? ''), 'tool', null));
}

function imageFact(place: Place, { image, tag, digest, moving }: ImageReference, role: 'base' | 'tool', stage: string | null): FactOf<'image.digest'> {
  return { type: 'image.digest', place, also: [], release: null, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role, stage };
}

const unstaged = { cpus: null, memoryBytes: null, gpus: null, nodes: null, hardware: null, autoscaled: false, protected: false, location: null } as const;

function environmentFact(place: Place, instructions: readonly Instruction[], stages: readonly Stage[]): FactOf<'environment.definition'> {
  const installed = instructions.filter(({ word }) => word === 'RUN').flatMap(({ rest }) => installedPackages(rest));
  const unpinned = installed.filter(({ firmness }) => firmness !== 'exact').length;
  const last = stages.at(-1);
  const base = last === undefined ? null : baseOf(last);
  const digests = stages.filter(({ parent, image }) => parent === null && image?.toLowerCase() !== 'scratch').map(({ image }) => image !== null && imageReference(image).digest !== null);
  return {
    type: 'environment.definition', place, also: [],
    image: base?.image ?? null, imageDigest: base?.digest ?? null,
    name: place.file, kind: 'container', system: 'dockerfile', stage: deploymentStage(place.file),
    runtimeVersion: runtimeOf(base),
    pinned: digests.every((pinned) => pinned) && unpinned === 0,
    packages: installed.length, unpinned, stages: stages.length,
    unprivileged: last !== undefined && isUnprivileged(last), healthChecked: last?.healthChecked ?? false,
    ...unstaged,
  };
}

/** The image that the last stage, or the stage it begins from, begins from. */
function baseOf({ image, parent }: Stage): ImageReference | null {
  if (parent !== null) return baseOf(parent);
  return image === null || image.toLowerCase() === 'scratch' ? null : imageReference(image);
}

/** Official images of languages carry the version of the language in their tag. */
function runtimeOf(base: ImageReference | null): string | null {
  const [, language] = /(?:^|\/)(python|node|golang|openjdk|eclipse-temurin|r-base|ruby|rust|julia)$/.exec(base?.image ?? '') ?? [];
  const version = /^v?([0-9][0-9.]*)/.exec(base?.tag ?? '')?.[1];
  return language === undefined || version === undefined ? null : `${language} ${version}`;
}

const stagesByName: readonly (readonly [FactOf<'environment.definition'>['stage'], RegExp])[] = [
  ['development', /(?:^|[./_-])dev(?:el(?:opment)?)?(?=$|[./_-])/i], ['test', /(?:^|[./_-])(?:test|ci)(?=$|[./_-])/i],
  ['staging', /(?:^|[./_-])stag(?:e|ing)(?=$|[./_-])/i], ['production', /(?:^|[./_-])prod(?:uction)?(?=$|[./_-])/i],
];

/** As the file name and its folder say. */
function deploymentStage(path: string): FactOf<'environment.definition'>['stage'] {
  const near = path.split('/').slice(-2).join('/');
  return stagesByName.find(([, pattern]) => pattern.test(near))?.[0] ?? 'unstated';
}
