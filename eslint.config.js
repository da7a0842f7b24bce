import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { filesWithRights, forbiddenInDesktop, forbiddenInRenderer, outside } from './eslint.security.js';

/** Pure packages the core may use; anything else there does not lint. */
const purePackages = ['zod', 'js-yaml', 'yaml', '@marcbachmann/cel-js', '@noble/hashes', 'canonicalize', 'saxes', 'smol-toml'];
/** The stages of the flow, in order: a stage may import earlier ones only (design: data flows one way). */
const stages = ['catalogue', 'evidence', 'findings', 'journal', 'scoring', 'planning', 'reports'];

const namedExports = [
  { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];
const noRestrictedSyntax = (...more) => ({ 'no-restricted-syntax': ['error', ...namedExports, ...more] });
const noRestrictedImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const throughTheDoor = { regex: '(^|/)assessments/(?!index)', message: 'Enter the core by its door: import from "#assessments".' };
const notElectron = { regex: '(^|/)electron/|^electron$', message: 'The renderer knows the machine only through "#contract".' };
const noScreens = { regex: '(^|/)renderer/', message: 'The machine does not know the screens.' };
const onlyPure = { regex: `^(?!\\.|#)(?!(${purePackages.map((name) => name.replace('/', '\\/')).join('|')})(\\/|$))`, message: 'The core is pure: this package is not on its list (eslint.config.js).' };
const notUp = (stage) => {
  const later = stages.slice(stages.indexOf(stage) + 1);
  return later.length === 0 ? [] : [{ regex: `^\\.\\./(.*/)?(${later.join('|')})/`, message: `Data flows one way: ${stage} may not import ${later.join(', ')}.` }];
};

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'test/fixtures/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
      'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error', 'no-script-url': 'error',
      ...noRestrictedSyntax(
        { selector: 'CallExpression[callee.property.name=/^(readFile|load)$/][callee.object.property.name="xlsx"]', message: 'exceljs only writes; its reader can be aborted by a small file.' },
      ),
    },
  },
  {
    files: ['assessments/**/*.ts'],
    rules: {
      ...noRestrictedImports(onlyPure),
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval'],
      'no-restricted-properties': ['error',
        { object: 'Math', property: 'random', message: 'The core has no randomness; take a seed.' },
        { object: 'Date', property: 'now', message: 'The core has no clock; take a time.' },
      ],
      ...noRestrictedSyntax({ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The core has no clock; take a time.' }),
    },
  },
  ...stages.map((stage) => ({ files: [`assessments/${stage}/**/*.ts`], rules: noRestrictedImports(onlyPure, ...notUp(stage)) })),
  { files: ['electron/**/*.ts'], ignores: ['electron/desktop/**', 'electron/intake/utility-child.ts'], rules: noRestrictedImports(throughTheDoor, noScreens, { regex: '^electron(/|$)', message: 'Electron is known to the desktop shell alone.' }) },
  { files: ['electron/desktop/**/*.ts', 'electron/intake/utility-child.ts'], rules: { 'no-restricted-imports': ['error', { paths: [outside], patterns: [throughTheDoor, noScreens] }] } },
  { files: ['electron/desktop/**/*.ts'], rules: noRestrictedSyntax(...forbiddenInDesktop()) },
  ...filesWithRights.map((file) => ({ files: [`electron/desktop/${file}`], rules: noRestrictedSyntax(...forbiddenInDesktop(file)) })),
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, ...noRestrictedImports(throughTheDoor, notElectron, { regex: '^node:', message: 'The renderer has no Node.' }), ...noRestrictedSyntax(...forbiddenInRenderer) },
  },
  // Components read as markup: a screen's function may be longer than a rule's.
  { files: ['renderer/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] } },
  { files: ['test/**/*.{ts,tsx}'], rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off', 'no-script-url': 'off' } },
  { files: ['**/*.config.ts', '**/*.js'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked], languageOptions: { parserOptions: { projectService: false, project: false } } },
);
