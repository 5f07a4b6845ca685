import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { endWithParent } from '#embedded/end_with_parent'
import { loadSettings } from '#embedded/load_settings'
import { APP_ROOT, importer } from './importer.js'

loadSettings()
endWithParent()

new Ignitor(APP_ROOT, { importer })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
  })
  .ace()
  .configure(async (app) => {
    const kernel = await app.container.make('ace')
    kernel.errorHandler.render = async (error, failed) => {
      const { tellFailure } = await import('#app/terminal/tell_failure')
      tellFailure(error, failed)
    }
  })
  .handle(process.argv.slice(2))
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
