import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { LibraryMoved } from '#app/library/move/move_library'
import type { FilesAndBytes } from '#app/library/move/stores_use'

/** What lies in which store, and moving the library from one into another while it is used. */
export default class Storage extends BaseCommand {
  static commandName = 'storage'
  static description = 'Show what lies in the store, or move a library into another one'
  static options: CommandOptions = { startApp: true }
  static help = [
    'Files and bytes in each store:',
    '  {{ binaryName }} storage',
    'Into a bucket, with STORE=s3, STORE_FORMER=disk and S3_BUCKET set and everything restarted:',
    '  {{ binaryName }} storage move --to s3',
    '  {{ binaryName }} storage move --to s3 --remove',
    'It may be stopped and called again. Exit code 0, or 1 while a file is left that cannot move.',
  ]

  @args.string({ description: 'What to do: move (default: show)', required: false })
  declare action?: string

  @flags.string({ description: 'Where to: s3 or disk, which STORE must say too' })
  declare to?: string

  @flags.boolean({ description: 'Remove from the former store what lies in the new one' })
  declare remove: boolean

  @flags.string({ description: 'Bytes in a second at most, such as 20mb' })
  declare limit?: string

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { WrongUsage } = await import('#app/terminal/errors')
    if (this.action === 'move') return this.#move()
    if (this.action === undefined) return this.#show()
    throw new WrongUsage(`"${this.action}" is nothing to do with a store: say move, or nothing`)
  }

  async #show() {
    const { MediaStore } = await import('#storage/media_store')
    const { storesUse } = await import('#app/library/move/stores_use')
    const { formerStoreKind, storeKind } = await import('#config/mediakeep')
    const use = await storesUse(await this.app.container.make(MediaStore))
    const { current, former, unmoved } = use
    if (this.json) {
      return this.logger.log(JSON.stringify({ store: storeKind, former: formerStoreKind, use }))
    }
    this.logger.log(`${storeKind}  ${await this.#words(current)}`)
    if (!former) return
    this.logger.log(`${formerStoreKind}  ${await this.#words(former)} (STORE_FORMER)`)
    this.logger.log(`Not moved yet: ${await this.#words(unmoved)}`)
  }

  async #move() {
    const { ProgressBar } = await import('#app/terminal/progress_bar')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { tellingRules } = await import('#config/mediakeep')
    const { default: MoveLibrary } = await import('#app/library/move/move_library')
    await this.#requireSettings()
    const bar = new ProgressBar()
    const moveLibrary = await this.app.container.make(MoveLibrary)
    const request = { isRemoving: this.remove, bytesPerS: await this.#bytesPerS() }
    const { databaseUrl } = tellingRules
    const moved = await moveLibrary
      .handle({ ...request, databaseUrl, by: operatorAtTerminal(), onProgress: bar.show })
      .finally(() => bar.end())
    this.exitCode = moved.damaged.length > 0 ? 1 : 0
    if (this.json) return this.logger.log(JSON.stringify(moved))
    await this.#tell(moved)
  }

  async #requireSettings() {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { CannotMove } = await import('#app/library/errors')
    const { formerStoreKind, storeKind } = await import('#config/mediakeep')
    if (this.to !== 's3' && this.to !== 'disk') {
      throw new WrongUsage(`--to is "${this.to ?? ''}": say s3 or disk`)
    }
    if (this.to === storeKind && formerStoreKind) return
    const former = this.to === 's3' ? 'disk' : 's3'
    throw new CannotMove(
      `Set STORE=${this.to} and STORE_FORMER=${former}, restart web, workers and schedulers, and call this again: ` +
        'so every file can be read at every moment'
    )
  }

  async #bytesPerS(): Promise<number | null> {
    if (this.limit === undefined) return null
    const { default: string } = await import('@adonisjs/core/helpers/string')
    const { WrongUsage } = await import('#app/terminal/errors')
    const bytes = string.bytes.parse(this.limit)
    if (bytes !== null && bytes >= 1) return bytes
    throw new WrongUsage(`--limit is "${this.limit}": give bytes in a second, such as 20mb`)
  }

  async #tell({
    copied,
    copiedBytes,
    gone,
    damaged,
    removed,
    unmoved,
    left,
    ownerless,
  }: LibraryMoved) {
    const copy = await this.#words({ count: copied, bytes: copiedBytes })
    this.logger.log(`Copied ${copy}, removed ${removed}; ${gone} were deleted meanwhile`)
    for (const key of damaged) {
      this.logger.error(
        `${key} is not what its row says, or other bytes lie there: left where it is`
      )
    }
    if (ownerless > 0) this.logger.log(`${ownerless} belong to no row: repairs will remove them`)
    if (unmoved.count > 0) return this.logger.log(`Left to move: ${await this.#words(unmoved)}`)
    if (left.count === 0) return this.logger.success('All have moved: STORE_FORMER may be removed')
    this.logger.success(`All are there; ${await this.#words(left)} lie in the former store, too:`)
    this.logger.log('--remove removes them, or remove STORE_FORMER and keep them as they are')
  }

  async #words({ count, bytes }: FilesAndBytes): Promise<string> {
    const { default: prettyBytes } = await import('pretty-bytes')
    return `${count} files, ${prettyBytes(bytes)}`
  }
}
