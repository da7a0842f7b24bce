/** `ModelAccuracyLow`, `model:accuracy-low` and `Model accuracy low` all become `model_accuracy_low`; at most the first 2,000 characters. */
export function inWords(text: string): string {
  return text.slice(0, 2_000).replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
}
