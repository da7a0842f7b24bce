import type { FactOf } from '../facts.ts';

type Kind = FactOf<'build.artifact'>['kind'];

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['model', /\.(?:onnx|pt|pth|safetensors|gguf|tflite|pb|h5|keras|joblib|pkl|mlmodel|engine|plan)$/i],
  ['package', /\.(?:whl|deb|rpm|jar|gem|nupkg|apk|exe|msi|dmg|crate)$|[-_][0-9][\w.]*\.tar\.gz$/i],
  ['archive', /\.(?:zip|tar|tgz|tar\.[a-z0-9]+|7z|gz|bz2|xz)$/i],
];

/** What a published file is, by its name. */
export function artifactKind(name: string): Kind {
  return kinds.find(([, pattern]) => pattern.test(name.slice(-300)))?.[0] ?? 'other';
}
