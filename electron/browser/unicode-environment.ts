type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment for a program that is handed file names: on Linux, programs take names in the encoding of the locale,
 * and without a UTF-8 locale a browser cannot open a file with a Chinese name.
 */
export function unicodeEnvironment(environment: Environment = process.env, platform: string = process.platform): NodeJS.ProcessEnv {
  const locale = environment['LC_ALL'] ?? environment['LC_CTYPE'] ?? environment['LANG'] ?? '';
  return platform === 'linux' && !/utf-?8/i.test(locale) ? { ...environment, LC_ALL: 'C.UTF-8' } : { ...environment };
}
