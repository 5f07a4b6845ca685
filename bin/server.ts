import 'reflect-metadata'
import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { endWithParent } from '#embedded/end_with_parent'
import { exitSoon } from '#embedded/exit_soon'
import { loadSettings } from '#embedded/load_settings'
import { EndingServer, givenSocket } from '#embedded/ending_server'
import { APP_ROOT, importer } from './importer.js'

loadSettings()
endWithParent()

/** Longer than it takes; what hangs then is ended all the same. */
const BEGINS_WITHIN_MS = 20_000

let ending: EndingServer | null = null

const started = new Ignitor(APP_ROOT, { importer })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    const stop = async () => {
      // what is told to stop while it begins would go on beginning, and never end
      await Promise.race([started, delay(BEGINS_WITHIN_MS, undefined, { ref: false })])
      await ending?.drain()
      await app.terminate()
      exitSoon()
    }
    app.listen('SIGTERM', () => void stop())
    app.listen('SIGINT', () => void stop())
  })
  .httpServer()
  .start((handler) => {
    const server = createServer(handler)
    ending = new EndingServer(server, givenSocket())
    return server
  })
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
