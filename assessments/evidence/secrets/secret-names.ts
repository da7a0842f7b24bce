import { isPlaceholder } from '../placeholder.ts';

/** Names of settings that hold a password, a token or a key, as environments and actions spell them. */
const secretName = /(?:^|[_.-])(?:password|passwd|passphrase|pwd|secret|secret_?key|token|api_?key|access_?key|private_?key|signing_?key|encryption_?key|fernet_?key|account_?key|auth_?key|credentials?|connection_?string)$/;
/** What ends alike and is none: counts of tokens, names and places of secrets. */
const noSecret = /(?:^|[_.-])(?:max|min|num|pad|eos|bos|unk|sep|mask|cls|stop|new|per|allow_empty|public)[_.-](?:new[_.-])?(?:password|token|tokens|key)$|(?:^|[_.-])id[_.-]token$/;

/** Whether a setting of this name holds a secret: `POSTGRES_PASSWORD`, `apiKey`, `repo-token`. */
export function isSecretName(name: string): boolean {
  const words = name.slice(0, 200).replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return secretName.test(words) && !noSecret.test(words);
}

/** A secret that is written out: no reference, no switch, no stand-in that tests and examples use. */
export function isPlainSecret(value: string): boolean {
  const text = value.slice(0, 500).trim();
  if (isPlaceholder(text) || /[$%]\{?\{?|\{\{|<[^>]+>/.test(text)) return false;
  if (/^(?:true|false|yes|no|on|off|write|read|none|optional|required|[0-9]|inherit)$/i.test(text)) return false;
  return !/^(?:(?:random|your|insert|replace|enter|put)[-_ ]?\w*$|dummy|fake|test|testing|mock|sample|example|not[-_]?(?:used|set|needed)|empty|redacted|\*+|x+)(?:[-_ ].*)?$/i.test(text) && !/^(?:\/|\.{1,2}\/|file:|vault:|arn:|projects\/|op:\/\/)/.test(text);
}

/** An address that holds an account with its password: `postgresql://airflow:airflow@postgres/airflow`. */
export function holdsPassword(value: string): boolean {
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]{0,100}:([^\s@/]{1,200})@/i.exec(value.slice(0, 1_000))?.[1];
  return password !== undefined && isPlainSecret(password);
}
