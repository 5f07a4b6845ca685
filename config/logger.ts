import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, syncDestination, targets } from '@adonisjs/core/logger'
import type { InferLoggers } from '@adonisjs/core/types'
import { passwordIn, secretHider } from '#tracing/hide_secrets'
import { lineIds } from '#tracing/line_ids'

/**
 * JSON lines on standard output. A command that ends by itself says what it has to say in words and
 * leaves standard output to its result: LOG_LEVEL makes it log, on standard error.
 */
const runsOn = ['work', 'schedule'].includes(process.argv[2])
const isOneOff = app.getEnvironment() === 'console' && !runsOn
const quietest = isOneOff ? 'fatal' : app.inTest ? 'warn' : 'info'
const standardOutput = isOneOff ? 2 : 1

/** Settings that are secrets: no line says them, whatever it quotes. */
const secrets = [
  env.get('APP_KEY').release(),
  passwordIn(env.get('DATABASE_URL')),
  passwordIn(env.get('REDIS_URL')),
  ...Object.entries(process.env)
    .filter(([name]) => /(SECRET|PASSWORD|TOKEN|ACCESS_KEY|OTLP_(\w+_)?HEADERS)/.test(name))
    .map(([, value]) => value),
]

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'mediakeep',
      level: env.get('LOG_LEVEL') ?? quietest,
      destination: app.inProduction || isOneOff ? undefined : await syncDestination(),
      transport: { targets: [targets.file({ destination: standardOutput })] },
      mixin: lineIds,
      hooks: { streamWrite: secretHider(secrets) },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
