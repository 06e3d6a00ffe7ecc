import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['target/', 'pkg/', 'node_modules/', 'tests/fixtures/', 'examples/', 'src/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The type checker knows every name, also in JavaScript.
      'no-undef': 'off',
      // Numbers in a message read as they are.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // node:test waits for its tests itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['after', 'before', 'describe', 'it', 'suite', 'test'] }] },
      ],
    },
  },
  {
    // Scripts and tests hand values across to pages, where they have no type.
    files: ['**/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
