const most = { depth: 24, nodes: 250_000, letters: 8_000_000 };

/**
 * Whether a value from the page is plain data of a bearable size: null, booleans, numbers, texts, and arrays and objects
 * of these; no accessor, no function, no odd prototype, no member called `__proto__`. Never throws and calls no
 * accessor.
 */
export function isPlain(value: unknown): boolean {
  try {
    return plainWithin(value, { nodes: most.nodes, letters: most.letters }, most.depth);
  } catch {
    return false;
  }
}

type Budget = { nodes: number; letters: number };

function plainWithin(value: unknown, budget: Budget, depth: number): boolean {
  budget.nodes -= 1;
  if (budget.nodes < 0 || depth < 0) return false;
  if (typeof value === 'string') return spend(value, budget);
  if (typeof value !== 'object' || value === null) return value === null || ['undefined', 'boolean', 'number'].includes(typeof value);

  return (Array.isArray(value) ? value.length <= budget.nodes : hasPlainPrototype(value)) && membersPlain(value, budget, depth);
}

function membersPlain(value: object, budget: Budget, depth: number): boolean {
  return Reflect.ownKeys(value).every((key) => {
    if (typeof key !== 'string' || key === '__proto__' || !spend(key, budget)) return false;
    const member = Object.getOwnPropertyDescriptor(value, key);
    return member !== undefined && 'value' in member && plainWithin(member.value, budget, depth - 1);
  });
}

function hasPlainPrototype(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function spend(text: string, budget: Budget): boolean {
  budget.letters -= text.length;
  return budget.letters >= 0;
}
