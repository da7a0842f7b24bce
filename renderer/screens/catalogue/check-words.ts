import { factNames, fieldName, type Check, type FactType, type Language } from '#assessments';
import type { ScreenText } from '../../text/text.ts';

/** A check as sentences: what it looks for, in which facts, when it holds, what it suggests, says and asks for; its rule as it is written. */
export type CheckInWords = {
  readonly supports: boolean;
  readonly seeks: string | null; readonly facts: string; readonly holds: string; readonly suggests: string; readonly says: string; readonly raises: string | null;
  readonly rule: readonly string[];
};

/** `language` is that of the pack's own sentences, `text` that of ours. */
export function checkInWords(check: Check, text: ScreenText, language: Language): CheckInWords {
  return {
    supports: check.contradicts !== true,
    seeks: check.seeks?.[language] ?? null,
    facts: check.join === undefined ? factName(check.fact, language) : text('checks.with', { fact: factName(check.fact, language), other: factName(check.join.fact, language) }),
    holds: condition(check, text, language),
    suggests: check.suggests === undefined ? text('checks.contradicts') : text('checks.suggests', { value: check.suggests, name: text(`rating.${check.suggests}`), strength: text(`suggestion.${check.strength}`) }),
    says: withBlanks(check.says[language], check, text, language),
    raises: check.raises === undefined ? null : withBlanks(check.raises[language], check, text, language),
    rule: [`f: ${check.fact}`, check.where, ...(check.join === undefined ? [] : [`g: ${check.join.fact}`, check.join.on])],
  };
}

function condition({ every, distinct, atLeast }: Check, text: ScreenText, language: Language): string {
  if (every) return text('checks.every');
  return distinct === undefined ? text('checks.at-least', { count: atLeast }) : text('checks.at-least-distinct', { count: atLeast, field: nameOfField(distinct, language) });
}

/** The blanks of a sentence, which are filled when something is found, described in words. */
function withBlanks(sentence: string, { distinct }: Check, text: ScreenText, language: Language): string {
  const blanks = {
    count: text('checks.blank-count'), place: text('checks.blank-place'),
    values: distinct === undefined ? text('checks.blank-values') : text('checks.blank-values-of', { field: nameOfField(distinct, language) }),
  };
  return sentence.replace(/\{(count|values|place)\}/g, (_blank, name: keyof typeof blanks) => blanks[name]);
}

/** What was loaded as a check names fact types and fields that there are; one of another program's pack may not. */
function factName(type: string, language: Language): string {
  return type in factNames ? factNames[type as FactType][language] : type;
}

function nameOfField(field: string, language: Language): string {
  return fieldName(field)[language];
}
