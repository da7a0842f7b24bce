import { type PackageRequirement, condaRequirement, pythonRequirement } from '../../package-requirement.ts';

type Installer = { readonly pattern: RegExp; readonly valued: RegExp; readonly read: (written: string) => PackageRequirement | null };

const systemPackage = (written: string): PackageRequirement | null => {
  const [, name, version] = /^([A-Za-z0-9][\w.+:/-]*?)(?:=([^\s*]+))?$/.exec(written) ?? [];
  return name === undefined ? null : { name, version: version ?? null, firmness: version === undefined ? 'free' : 'exact', hashed: false };
};
const nodePackage = (written: string): PackageRequirement | null => {
  const [, name, version] = /^(@?[\w.-]+(?:\/[\w.-]+)?)(?:@(.+))?$/.exec(written) ?? [];
  const exact = version !== undefined && /^[0-9]+\.[0-9]+\.[0-9]/.test(version);
  return name === undefined ? null : { name, version: version ?? null, firmness: exact ? 'exact' : version === undefined ? 'free' : 'range', hashed: false };
};

/** Commands that install packages by name, the options of each that have a value behind them, and how it writes versions. */
const installers: readonly Installer[] = [
  { pattern: /^(?:\S*\/)?(?:python[0-9.]*\s+-m\s+pip|uv\s+pip|pip[0-9.]*)\s+(?:-\S+\s+)*install\s+/, valued: /^(?:-[rcifte]|--(?:requirement|constraint|index-url|extra-index-url|find-links|target|editable|trusted-host|timeout|default-timeout|retries|prefix|root|src|platform|python-version|only-binary|no-binary|progress-bar|cache-dir|config-settings))$/, read: pythonRequirement },
  { pattern: /^(?:\S*\/)?(?:conda|mamba|micromamba)\s+(?:-\S+\s+)*(?:install|create)\s+/, valued: /^(?:-[cnpf]|--(?:channel|name|prefix|file|solver))$/, read: condaRequirement },
  { pattern: /^(?:sudo\s+)?(?:apt-get|apt|yum|dnf|microdnf|zypper)\s+(?:-\S+\s+)*install\s+/, valued: /^(?:-[to]|--(?:target-release|option))$/, read: systemPackage },
  { pattern: /^apk\s+(?:-\S+\s+)*add\s+/, valued: /^(?:-[tX]|--(?:virtual|repository))$/, read: systemPackage },
  { pattern: /^(?:npm\s+(?:install|i)|yarn\s+(?:global\s+)?add|pnpm\s+add)\s+/, valued: /^--(?:registry|prefix)$/, read: nodePackage },
];

/** The packages that shell commands install by name; those of a file (`-r requirements.txt`) are told by that file. */
export function installedPackages(script: string): readonly PackageRequirement[] {
  return shellCommands(script).flatMap((command) => {
    const installer = installers.find(({ pattern }) => pattern.test(command));
    return installer === undefined ? [] : packagesIn(command.replace(installer.pattern, ''), installer);
  });
}

function packagesIn(given: string, { valued, read }: Installer): readonly PackageRequirement[] {
  const words = (given.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replaceAll(/^["']|["']$/g, ''));
  return words.flatMap((word, index) => {
    if (word.startsWith('-') || valued.test(words[index - 1] ?? '') || /^[$<>|&]|^[0-9]?>/.test(word)) return [];
    return read(word) ?? [];
  });
}

/** Commands of a script, also those of the JSON form `["pip", "install", "x"]`. */
function shellCommands(script: string): readonly string[] {
  const json = /^\s*\[([\s\S]*)\]\s*$/.exec(script)?.[1];
  if (json !== undefined) return [json.replaceAll(/"\s*,\s*"/g, ' ').replaceAll('"', '').replace(/^\s*(?:\/bin\/)?(?:ba)?sh -c /, '').trim()];
  return script.split(/&&|\|\||[;\n|]/).map((command) => command.trim().replace(/^(?:set\s+-\S+|[A-Z_]+=\S*\s+|\(|then |do )+\s*/, ''));
}
