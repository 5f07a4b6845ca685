import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { CorpusFile } from '#app/terminal/corpus/corpus_manifest'
import type { CorpusResult } from '#app/terminal/corpus/corpus_run'
import type { TrialSettings } from '#app/terminal/corpus/corpus_trial'

const MAX_CONCURRENCY = 64
const MAX_TIME_LIMIT_S = 86_400

/** Takes every file of a folder through the engine and compares with what its manifest expects. */
export default class Corpus extends BaseCommand {
  static commandName = 'corpus'
  static description = 'Try the media engine on a folder of files, against its manifest.json'
  static options: CommandOptions = { startApp: false }
  static help = [
    '  {{ binaryName }} corpus ../media',
    '  {{ binaryName }} corpus ../media --only hdr --preset high',
    'A manifest is {"files": [{"file", "expected": "ok", "ok_with_warning", "reject", "audio_only",',
    'or several joined by _or_, "reject_code"}]}; folders below may have their own.',
    'Without one every file is tried: any end but a failure is as expected. No database is needed.',
    'Exit code 0: all as expected; 1: some were not; 2: called wrongly.',
  ]

  @args.string({ description: 'Folder with the files' })
  declare folder: string

  @flags.string({ description: 'Seeded preset to make', default: 'medium' })
  declare preset: string

  @flags.number({ description: 'How many files at a time', default: 2 })
  declare concurrency: number

  @flags.string({ description: 'Only files whose path contains this' })
  declare only?: string

  @flags.number({ description: 'Seconds that one file may take', default: 900 })
  declare timeLimit: number

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const files = await this.#files()
    const settings = await this.#settings()
    const { countLine } = await import('#app/terminal/corpus/corpus_lines')
    const stop = listenForStop()
    const results = await this.#try(files, settings, stop.signal).finally(stop.forget)
    const isComplete = results.length === files.length
    this.exitCode = isComplete && results.every((result) => result.isAsExpected) ? 0 : 1
    if (this.json) this.logger.log(JSON.stringify({ files: results }, null, 2))
    else console.log(countLine(results))
  }

  async #files(): Promise<CorpusFile[]> {
    const { readCorpus } = await import('#app/terminal/corpus/corpus_manifest')
    const { WrongUsage } = await import('#app/terminal/errors')
    const { resolve } = await import('node:path')
    const all = await readCorpus(resolve(this.folder))
    const files = all.filter(({ name }) => name.includes(this.only ?? ''))
    if (files.length > 0) return files
    const which = this.only === undefined ? 'no file' : `no file with "${this.only}" in its path`
    throw new WrongUsage(`${this.folder} holds ${which}`)
  }

  async #settings(): Promise<TrialSettings> {
    const { corpusSettings } = await import('#app/terminal/corpus/corpus_settings')
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    requireWholeNumber('--concurrency', this.concurrency, { min: 1, max: MAX_CONCURRENCY })
    requireWholeNumber('--time-limit', this.timeLimit, { min: 1, max: MAX_TIME_LIMIT_S })
    return corpusSettings(this.preset, this.timeLimit * 1000)
  }

  async #try(
    files: CorpusFile[],
    settings: TrialSettings,
    signal: AbortSignal
  ): Promise<CorpusResult[]> {
    const { runCorpus } = await import('#app/terminal/corpus/corpus_run')
    const { CorpusLines } = await import('#app/terminal/corpus/corpus_lines')
    const lines = new CorpusLines(files.map(({ name }) => name))
    if (!this.json) console.log(this.colors.dim(lines.head()))
    return runCorpus(files, {
      settings,
      concurrency: this.concurrency,
      timeLimitMs: this.timeLimit * 1000,
      signal,
      onResult: (result) => {
        if (this.json) return
        const line = lines.row(result)
        console.log(result.isAsExpected ? line : this.colors.red(line))
      },
    })
  }
}
