import { writeFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** What the API is, for programs. */
export default class Openapi extends BaseCommand {
  static commandName = 'openapi'
  static description = 'Print the OpenAPI description of the API'
  static options: CommandOptions = { startApp: true }
  static help = [
    'A running Mediakeep tells the same at /api/v1/openapi.json, and people read it at /docs/api.',
    '  {{ binaryName }} openapi > openapi.json',
    '  {{ binaryName }} openapi --types',
  ]

  @flags.boolean({ description: 'Write the types of client/ instead, after a change of the API' })
  declare types: boolean

  async run() {
    if (this.types) return this.#writeTypes()
    const { appUrl } = await import('#config/app')
    const { openApiDocument } = await import('#http/openapi/document')
    this.logger.log(JSON.stringify(openApiDocument(appUrl), null, 2))
  }

  async #writeTypes() {
    const { CLIENT_TYPES, clientTypes } = await import('#http/openapi/client_types')
    await writeFile(this.app.makePath(CLIENT_TYPES), await clientTypes())
    this.logger.success(`Wrote ${CLIENT_TYPES}`)
  }
}
