const code = /\.(?:py|ipynb|pyx|r|rmd|jl|scala|java|kt|kts|groovy|go|rs|c|h|cc|cpp|cxx|hpp|cu|cs|fs|js|jsx|mjs|ts|tsx|vue|php|rb|swift|sql|sh|bash|ps1|lua|pl|proto|ipy)$/i;
const dataLock = /(?:^|\/)dvc\.lock$|\.dvc$/;

/** What a changed file is: code, the lock of data or a model (`dvc.lock`, `*.dvc`), or something else. */
export function changedFileKind(path: string): 'code' | 'data' | 'other' {
  if (dataLock.test(path)) return 'data';
  return code.test(path) ? 'code' : 'other';
}
