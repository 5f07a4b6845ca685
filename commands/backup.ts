import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { FilesKept } from '#app/library/backup/keep_files'
import type { BackupMade } from '#app/library/backup/make_backup'

/** Copies the database as it is in one moment, and the files of the store when asked to; work goes on. */
export default class Backup extends BaseCommand {
  static commandName = 'backup'
  static description = 'Copy the database, and the files of the store too, while everything runs'
  static options: CommandOptions = { startApp: true }
  static help = [
    'The database and a list of the files, in one file:',
    '  {{ binaryName }} backup /backups/mediakeep.tar',
    'With the files themselves; again into the same folder, only what is new is copied:',
    '  {{ binaryName }} backup /backups/mediakeep --with-files',
    'It holds hashes of passwords and tokens; APP_KEY, which restoring needs, is not in it.',
    'Exit code 0, or 1 when there is no backup, or files were missing or damaged.',
  ]

  @args.string({ description: 'A folder, or a file whose name ends in .tar' })
  declare to: string

  @flags.boolean({ description: 'Copy originals, renditions and watermarks too' })
  declare withFiles: boolean

  @flags.boolean({
    description: 'Remove files of deleted videos from the folder, when it is whole',
  })
  declare prune: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { namedPath } = await import('#app/terminal/named_file')
    const { ProgressBar } = await import('#app/terminal/progress_bar')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { default: MakeBackup } = await import('#app/library/backup/make_backup')
    const bar = new ProgressBar()
    const request = {
      path: namedPath(this.to),
      withFiles: this.withFiles,
      isPruning: this.prune,
      by: operatorAtTerminal(),
    }
    const makeBackup = await this.app.container.make(MakeBackup)
    const made = await makeBackup
      .handle({ ...request, ...(await this.#settings()), onProgress: bar.show })
      .finally(() => bar.end())
    await this.#tell(request.path, made)
  }

  async #settings() {
    const { readFile } = await import('node:fs/promises')
    const { tellingRules } = await import('#config/mediakeep')
    const { default: env } = await import('#start/env')
    const { version } = JSON.parse(await readFile(this.app.makePath('package.json'), 'utf8'))
    return { databaseUrl: tellingRules.databaseUrl, appKey: env.get('APP_KEY').release(), version }
  }

  async #tell(path: string, { manifest, files, pruned }: BackupMade) {
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const stored = manifest.storedFiles.rows
    const isWhole = !files || (files.missing.length === 0 && files.damaged.length === 0)
    this.exitCode = isWhole ? 0 : 1
    if (this.json)
      return this.logger.log(JSON.stringify({ path, rows, storedFiles: stored, files, pruned }))
    this.logger.success(`${path}: ${rows} rows of ${manifest.tables.length} tables`)
    if (!files) return this.logger.log(`${stored} stored files are listed and not in it`)
    await this.#tellFiles(files)
    if (this.prune) this.logger.log(`${pruned} files of deleted videos removed from it`)
  }

  async #tellFiles({ copied, copiedBytes, kept, gone, missing, damaged }: FilesKept) {
    const { default: prettyBytes } = await import('pretty-bytes')
    const others = `${kept} were there, ${gone} were deleted meanwhile`
    this.logger.log(`${copied} files copied (${prettyBytes(copiedBytes)}), ${others}`)
    for (const key of missing) this.logger.error(`${key} is missing in the store`)
    for (const key of damaged) this.logger.error(`${key} holds other bytes than its row says`)
  }
}
