type PolicyFactory = { readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string | null; readonly createScript: () => null; readonly createScriptURL: () => null }) => unknown };

/**
 * The only policy the pages have: text without a tag may pass, markup, scripts and script addresses may not. Imported
 * before anything else, so that no library can make a policy of its own first.
 */
export function refuseMarkup(scope: object): void {
  const factory = (scope as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
    createScript: () => null,
    createScriptURL: () => null,
  });
}

refuseMarkup(globalThis);
