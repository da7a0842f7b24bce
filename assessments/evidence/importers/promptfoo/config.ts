import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, numberAt, oneOrMany, placeOf, settingAt, textAt } from '../../spot.ts';
import { unstatedDefinition } from '../../unstated-records.ts';

/** Prompts and providers (or targets, where an application is asked), and something to ask them. */
export function isConfig(root: Spot): boolean {
  const asked = ['tests', 'scenarios', 'defaultTest', 'redteam'].some((key) => isWritten(at(root, key)));
  const answering = isGiven(at(root, 'providers')) || isGiven(at(root, 'targets'));
  return asked && answering && oneOrMany(at(root, 'prompts')).length > 0 && oneOrMany(at(root, 'prompts')).every(isPrompt);
}

function isPrompt(prompt: Spot): boolean {
  return textAt(prompt) !== null || (isMapping(prompt.value) && ['id', 'raw', 'label', 'path', 'file'].some((key) => isGiven(at(prompt, key))));
}

/** The prompts with the tests in this file, and each assertion that has a threshold. Tests in a file of their own are not counted here. */
export function configFacts(root: Spot): readonly Fact[] {
  const tests = Array.isArray(at(root, 'tests').value) ? items(at(root, 'tests')).filter(({ value }) => isMapping(value)) : null;
  const assertions = [at(root, 'defaultTest'), ...(tests ?? [])].flatMap((test) => items(at(test, 'assert'))).flatMap(withParts);
  return [...oneOrMany(at(root, 'prompts')).map((prompt) => promptFact(root, prompt, tests?.length ?? (assertions.length > 0 ? assertions.length : null))), ...assertions.flatMap(thresholdFact)];
}

/** A set of assertions holds others. */
function withParts(assertion: Spot): readonly Spot[] {
  return [assertion, ...items(at(assertion, 'assert'))];
}

function promptFact(root: Spot, prompt: Spot, tests: number | null): FactOf<'prompt.version'> {
  const text = textAt(prompt) ?? textAt(prompt, 'raw') ?? '';
  const name = textAt(prompt, 'label') ?? textAt(prompt, 'id') ?? textAt(prompt, 'path') ?? textAt(prompt, 'file') ?? text;
  return {
    type: 'prompt.version', place: placeOf(prompt), also: [], release: null, model: null, modelVersion: null, modelHash: null,
    prompt: name.trim().slice(0, 200).toWellFormed(), promptVersion: null, promptHash: null, system: 'promptfoo', aliases: [],
    variables: [...new Set([...text.slice(0, 20_000).matchAll(/\{\{-?\s{0,5}([\w.]{1,60})\s{0,5}(?:\|[^{}]{0,60})?-?\}\}/g)].map(([, variable]) => variable ?? ''))].slice(0, 50),
    guardrailPolicy: null, toolSchema: null, tests, described: (textAt(root, 'description') ?? '').trim() !== '', current: null, at: null,
  };
}

/** Time and money are at most their threshold, everything else at least. */
function thresholdFact(assertion: Spot): readonly FactOf<'metric.definition'>[] {
  const type = textAt(assertion, 'type');
  const target = numberAt(assertion, 'threshold');
  if (type === null || target === null) return [];
  const spent = /^(?:latency|cost|perplexity)$/.test(type);
  return [{
    type: 'metric.definition', place: placeOf(assertion), ...unstatedDefinition, metric: textAt(assertion, 'metric') ?? type, system: 'promptfoo',
    kind: type === 'latency' ? 'service' : type === 'cost' ? 'cost' : 'model', formula: settingAt(assertion, 'value')?.slice(0, 500).toWellFormed() ?? null,
    unit: type === 'latency' ? 'ms' : null, direction: spent ? 'lower' : 'higher', target,
  }];
}
