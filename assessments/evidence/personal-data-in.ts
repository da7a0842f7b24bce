/** What simple rules take for personal data in a text. */
export const personalKinds = ['email', 'phone', 'id-card'] as const;
/** `line`: of the first one, 1-based. */
export type PersonalData = { readonly kind: (typeof personalKinds)[number]; readonly count: number; readonly line: number };

/**
 * Mail addresses, mobile numbers of mainland China and its 18-digit identity numbers in a text, by kind. Identity numbers
 * count only with a day of birth and the check digit of GB 11643; addresses of the domains kept for examples (RFC 2606)
 * and of machines (`noreply@…`, `git@…`) do not.
 */
export function personalDataIn(text: string): readonly PersonalData[] {
  return personalKinds.flatMap((kind) => {
    const found = [...text.matchAll(patterns[kind])].filter(([match]) => counts[kind](match));
    const [first] = found;
    return first === undefined ? [] : [{ kind, count: found.length, line: lineAt(text, first.index) }];
  });
}

const patterns = {
  email: /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![\w-])/g,
  phone: /(?<![\w.-])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w.])/g,
  'id-card': /(?<!\w)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\w)/g,
} as const;

const counts: Readonly<Record<PersonalData['kind'], (match: string) => boolean>> = {
  email: (match) => !/@(?:[\w.-]+\.)?(?:example|test|invalid|localhost)(?:\.(?:com|org|net))?$/i.test(match) && !/^(?:no-?reply|git|root|admin|support|info|postmaster)@/i.test(match),
  phone: (match) => !/(\d)\1{6}/.test(match.replace(/\D/g, '')),
  'id-card': isIdentityNumber,
};

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

function isIdentityNumber(number: string): boolean {
  const [month, day] = [Number(number.slice(10, 12)), Number(number.slice(12, 14))];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return checkDigits.charAt(sum % 11) === number.charAt(17).toUpperCase();
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
