import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { BackupRestored } from '#app/library/restore/restore_backup'

/** Puts a backup back into a database that nobody uses. */
export default class Restore extends BaseCommand {
  static commandName = 'restore'
  static description = 'Put a backup back: the database whole or not at all, and its files'
  static options: CommandOptions = { startApp: true }
  static help = [
    'Nothing else may use the database. With private servers:',
    '  {{ binaryName }} down',
    '  {{ binaryName }} up --servers --detach',
    '  {{ binaryName }} restore /backups/mediakeep.tar',
    '  {{ binaryName }} down',
    '  {{ binaryName }} up',
    'Exit code 0, or 1 when nothing was restored, or files are missing.',
  ]

  @args.string({ description: 'What ./ace backup made' })
  declare from: string

  @flags.boolean({ description: 'The database may hold videos: all that is in it is gone then' })
  declare replace: boolean

  @flags.boolean({ description: 'Restore though APP_KEY is another: webhooks need new secrets' })
  declare otherKey: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { ProgressBar } = await import('#app/terminal/progress_bar')
    const { default: RestoreBackup } = await import('#app/library/restore/restore_backup')
    const restoreBackup = await this.app.container.make(RestoreBackup)
    const bar = new ProgressBar()
    const restored = await restoreBackup
      .handle({ ...(await this.#request()), onProgress: bar.show })
      .finally(() => bar.end())
    this.#tell(restored)
  }

  async #request() {
    const { fileURLToPath } = await import('node:url')
    const { namedPath } = await import('#app/terminal/named_file')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { default: env } = await import('#start/env')
    return {
      path: namedPath(this.from),
      root: fileURLToPath(this.app.appRoot),
      isReplacing: this.replace,
      isOtherKey: this.otherKey,
      appKey: env.get('APP_KEY').release(),
      by: operatorAtTerminal(),
    }
  }

  #tell({ manifest, files, leftOut }: BackupRestored) {
    const { madeAt, mediakeep } = manifest
    const lacks = files.missing + files.damaged
    this.exitCode = lacks > 0 ? 1 : 0
    if (this.json) return this.logger.log(JSON.stringify({ madeAt, mediakeep, files, leftOut }))
    this.logger.success(`The library is as it was on ${madeAt} (Mediakeep ${mediakeep})`)
    this.logger.log(`Stored files: ${files.restored} put back, ${files.present} there already`)
    if (leftOut.length > 0) this.logger.warning(`Not of Mediakeep, left out: ${leftOut.join(', ')}`)
    if (lacks === 0) return
    const { missing, damaged, some } = files
    this.logger.error(`${missing} stored files are missing and ${damaged} are damaged:`)
    for (const key of some) this.logger.log(`  ${key}`)
    this.logger.log('Copy them into the store under these names, or restore a backup --with-files;')
    this.logger.log('./ace doctor names what is missing at any time')
  }
}
