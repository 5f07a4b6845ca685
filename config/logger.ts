import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, syncDestination, targets } from '@adonisjs/core/logger'
import type { InferLoggers } from '@adonisjs/core/types'

/**
 * JSON lines on standard output. A command that ends by itself says what it has to say in words and
 * leaves standard output to its result: LOG_LEVEL makes it log, on standard error.
 */
const runsOn = ['work', 'schedule'].includes(process.argv[2])
const isOneOff = app.getEnvironment() === 'console' && !runsOn
const quietest = isOneOff ? 'fatal' : app.inTest ? 'warn' : 'info'
const standardOutput = isOneOff ? 2 : 1

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'mediakeep',
      level: env.get('LOG_LEVEL') ?? quietest,
      destination: app.inProduction || isOneOff ? undefined : await syncDestination(),
      transport: { targets: [targets.file({ destination: standardOutput })] },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
