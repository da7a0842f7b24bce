/**
 * The schemas of the core come along with its words. Their library makes code out of text to be faster, and tries at
 * once whether it may; the pages' policy forbids it and would report the try. Imported before any schema is made.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
