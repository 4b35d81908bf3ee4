import importX from 'eslint-plugin-import-x';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layersRule } from './scripts/lint/layers-rule.ts';

const PRODUCT = ['lib/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'];

/** WXT reads these by their default export. */
const ENTRY_FILES = [
  'entrypoints/*.ts',
  'entrypoints/*.content/index.ts',
  'entrypoints/background/index.ts',
];

const HTML_SINKS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML'].map(
  (name) => ({
    selector: `:matches(MemberExpression[property.name=${name}], JSXAttribute[name.name=${name}])`,
    message: `${name} turns text into markup. Build nodes, or let React do it.`,
  }),
);

const UNTRANSLATED = [
  {
    selector: 'JSXText[value=/[A-Za-zÀ-ú]{2}/]',
    message: 'Words that a person reads are in locales/.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(alt|aria-label|placeholder|title)$/] > Literal[value=/[A-Za-zÀ-ú]{2}/]',
    message: 'Words that a person reads or hears are in locales/.',
  },
];

export default defineConfig(
  globalIgnores(['.output/', '.wxt/', 'artifacts/', 'public/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  noUnsanitized.configs.recommended,
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-async-promise-executor': 'error',
      'no-case-declarations': 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-control-regex': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-escape': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-self-import': 'error',
      'import-x/first': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Identity numbers are spread into their digits; no text of a person is.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },

  {
    files: PRODUCT,
    plugins: { ponte: { rules: { layers: layersRule } } },
    rules: {
      'ponte/layers': 'error',
      'no-console': 'error',
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...HTML_SINKS],
      'import-x/no-default-export': 'error',
    },
  },
  { files: ENTRY_FILES, rules: { 'import-x/no-default-export': 'off' } },
  {
    // The worker dies between two ticks: alarms and the outbox outlive it, an interval does not.
    files: ['lib/engine/**', 'entrypoints/background/**'],
    rules: {
      'no-restricted-globals': ['error', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'globalThis', property: 'setInterval' },
        { object: 'self', property: 'setInterval' },
      ],
    },
  },
  {
    // A listener of the browser answers a message with a promise, which the types call void.
    files: ['entrypoints/background/**'],
    rules: {
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false } },
      ],
    },
  },
  {
    files: ['{components,entrypoints}/**/*.tsx', 'components/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: { 'no-restricted-syntax': ['error', ...HTML_SINKS, ...UNTRANSLATED] },
  },

  {
    // Fakes implement promises without awaiting, and assertions name methods without calling them.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['scripts/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
