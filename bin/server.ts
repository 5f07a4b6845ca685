import 'reflect-metadata'
import { createServer } from 'node:http'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { endWithParent } from '#embedded/end_with_parent'
import { loadSettings } from '#embedded/load_settings'
import { givenSocket, SharedSocket } from '#embedded/shared_socket'
import { APP_ROOT, importer } from './importer.js'

loadSettings()
endWithParent()

const given = givenSocket()
let shared: SharedSocket | null = null

new Ignitor(APP_ROOT, { importer })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    const stop = async () => {
      await shared?.drain()
      await app.terminate()
    }
    app.listen('SIGTERM', () => void stop())
    app.listen('SIGINT', () => void stop())
  })
  .httpServer()
  .start((handler) => {
    const server = createServer(handler)
    if (given !== null) shared = new SharedSocket(server, given)
    return server
  })
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
