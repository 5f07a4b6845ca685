import 'reflect-metadata'
import { createServer } from 'node:http'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { endWithParent } from '#embedded/end_with_parent'
import { loadSettings } from '#embedded/load_settings'
import { EndingServer, givenSocket } from '#embedded/ending_server'
import { APP_ROOT, importer } from './importer.js'

loadSettings()
endWithParent()

let ending: EndingServer | null = null

new Ignitor(APP_ROOT, { importer })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    const stop = async () => {
      await ending?.drain()
      await app.terminate()
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
