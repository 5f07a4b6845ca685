import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('./bin/own_commands.js'),
  ],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/repl_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/vite/vite_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/cors/cors_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    {
      file: () => import('#providers/tracing_provider'),
      environment: ['web', 'console'],
    },
    () => import('#providers/app_provider'),
    {
      file: () => import('@adonisjs/transmit/transmit_provider'),
      environment: ['web', 'test'],
    },
    { file: () => import('#providers/metrics_provider'), environment: ['web', 'test'] },
    { file: () => import('#providers/live_provider'), environment: ['web', 'test'] },
    { file: () => import('#providers/upload_provider'), environment: ['web', 'test'] },
    { file: () => import('#providers/events_provider'), environment: ['web', 'test'] },
  ],

  preloads: [
    { file: () => import('#start/routes'), environment: ['web', 'test'] },
    { file: () => import('#start/kernel'), environment: ['web', 'test'] },
    { file: () => import('#start/view'), environment: ['web', 'test'] },
  ],

  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 5_000 },
      { name: 'integration', files: ['tests/integration/**/*.spec.ts'], timeout: 60_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 60_000 },
      { name: 'console', files: ['tests/console/**/*.spec.ts'], timeout: 240_000 },
      { name: 'deployment', files: ['tests/deployment/**/*.spec.ts'], timeout: 240_000 },
      { name: 'chaos', files: ['tests/chaos/**/*.spec.ts'], timeout: 600_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 120_000 },
    ],
    forceExit: false,
  },

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
  ],

  hooks: {
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})
