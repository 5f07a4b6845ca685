import { configApp } from '@adonisjs/eslint-config'

/** The extremes only; taste decides the rest. */
export default configApp(
  { ignores: ['public/**', 'var/**', 'build/**', '.adonisjs/**', 'client/src/api.ts'] },
  { rules: { '@unicorn/no-await-expression-member': 'off' } }, // reads better than a name used once
  {
    files: ['app/**/*.ts', 'commands/**/*.ts', 'start/**/*.ts', 'providers/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'complexity': ['error', 8],
      '@typescript-eslint/no-explicit-any': 'error',
    },
  }
)
