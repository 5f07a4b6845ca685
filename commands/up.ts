import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { InstancePaths } from '#embedded/instance_paths'
import type { FirstAdmin } from '#embedded/prepare_database'

/** Everything on one machine with one command; runs until it is told to stop. */
export default class Up extends BaseCommand {
  static commandName = 'up'
  static description = 'Run Mediakeep on this machine: database, queue, web, worker, scheduler'
  static options: CommandOptions = { startApp: false }
  static help = [
    'Postgres and Redis are private ones under var/ unless DATABASE_URL or REDIS_URL name others.',
    'See it work on a sample clip:',
    '  {{ binaryName }} up --demo',
    'Keep it running in the background:',
    '  {{ binaryName }} up --detach',
    'The private database and queue alone, to restore a backup:',
    '  {{ binaryName }} up --servers --detach',
  ]

  @flags.boolean({ description: 'Make a sample clip and process it' })
  declare demo: boolean

  @flags.boolean({ description: 'Go on in the background once the console answers' })
  declare detach: boolean

  @flags.boolean({ description: 'Run the private Postgres and Redis, and nothing else' })
  declare servers: boolean

  @flags.number({ description: 'Port of the console (default: PORT, else 3333 or the next free)' })
  declare port?: number

  async run() {
    const { CannotStart } = await import('#embedded/errors')
    const { instancePaths } = await import('#embedded/instance_paths')
    const { tellStarter } = await import('#embedded/supervision/detached_up')
    try {
      const paths = instancePaths()
      await (this.detach ? this.#runInBackground(paths) : this.#runHere(paths))
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error
      tellStarter({ refusal: error.message })
      this.logger.error(error.message)
      this.exitCode = 1
    }
  }

  async #runHere(paths: InstancePaths) {
    const { namedSettings } = await import('#embedded/named_settings')
    const { Instance } = await import('#embedded/supervision/instance')
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { runUntilStopped } = await import('#embedded/supervision/run_until_stopped')
    const { tellStarter } = await import('#embedded/supervision/detached_up')

    const stop = listenForStop()
    const say = (line: string) => {
      this.#say(line)
      tellStarter({ say: line })
    }
    const onFirstAdmin = (admin: NonNullable<FirstAdmin>) => say(this.#firstLogin(admin))
    const named = namedSettings()
    const options = { paths, named, port: this.port, onlyServers: this.servers, say, onFirstAdmin }
    const instance = new Instance({ ...options, ...stop })
    if (!instance.takeLock()) {
      stop.forget()
      return this.#tellRunning(paths)
    }
    await runUntilStopped(instance, stop, async (url) => {
      tellStarter({ url })
      this.#tellReady(url, 'Ctrl-C stops it.')
      if (this.demo && !this.servers) await this.#runDemo(paths, stop.signal)
    })
  }

  async #runInBackground(paths: InstancePaths) {
    const { lockHolder } = await import('#embedded/supervision/instance_lock')
    const { startDetachedUp } = await import('#embedded/supervision/detached_up')
    if (lockHolder(paths.lockFile)) return this.#tellRunning(paths)

    const args = this.port === undefined ? [] : [`--port=${this.port}`]
    if (this.servers) args.push('--servers')
    const url = await startDetachedUp(paths, args, this.#say)
    this.#tellReady(url, './ace down stops it.')
    if (this.demo && !this.servers) this.exitCode = await this.#runDemo(paths)
  }

  async #tellRunning(paths: InstancePaths) {
    const { CannotStart } = await import('#embedded/errors')
    const { runningUrl } = await import('#embedded/supervision/running_url')
    const { tellStarter } = await import('#embedded/supervision/detached_up')
    const url = await runningUrl(paths)
    if (!url) throw new CannotStart('Another ./ace up was ending just now: try again')
    tellStarter({ url })
    this.logger.log(`Mediakeep runs already: ${this.colors.cyan(url)}`)
    if (this.demo) this.exitCode = await this.#runDemo(paths)
  }

  async #runDemo(paths: InstancePaths, signal?: AbortSignal): Promise<number> {
    const { runDemo } = await import('#embedded/supervision/run_demo')
    return runDemo(paths, signal)
  }

  #say = (line: string) => this.logger.log(`${this.colors.dim('·')} ${line}`)

  #firstLogin({ email, password }: NonNullable<FirstAdmin>): string {
    return `Log in as ${email} with password ${password} (shown only this once)`
  }

  #tellReady(url: string, howToStop: string) {
    if (this.servers)
      return this.logger.log(`Postgres and Redis run, and nothing else.  ${howToStop}`)
    this.logger.log(`Mediakeep runs: ${this.colors.cyan(url)}  ${howToStop}`)
  }
}
