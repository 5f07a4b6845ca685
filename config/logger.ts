import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, syncDestination, targets } from '@adonisjs/core/logger'
import type { InferLoggers } from '@adonisjs/core/types'

/** JSON lines on standard output. A console command keeps its output to itself unless something is wrong. */
const isCommand = app.getEnvironment() === 'console' && !process.env.MEDIAKEEP_SUPERVISED
const quietest = isCommand || app.inTest ? 'warn' : 'info'

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'mediakeep',
      level: env.get('LOG_LEVEL') ?? quietest,
      destination: app.inProduction ? undefined : await syncDestination(),
      transport: { targets: [targets.file({ destination: 1 })] },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
