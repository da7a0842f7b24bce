/** Fields of one form that are read; a longer one is no form that people fill in. */
export const mostFields = 2_000;
/** Characters of a value that are kept. */
export const longestValue = 2_000;
