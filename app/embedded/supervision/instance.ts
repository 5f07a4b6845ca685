import { mkdirSync, rmSync } from 'node:fs'
import { CannotStart } from '#embedded/errors'
import { buildFrontEnd } from '#embedded/front_end'
import type { InstancePaths } from '#embedded/instance_paths'
import { keepServersAlive } from '#embedded/keep_servers_alive'
import { identityOf } from '#embedded/machine/process_identity'
import { lastLines } from '#embedded/machine/spawn_server'
import { prepareDatabase, type FirstAdmin } from '#embedded/prepare_database'
import { startPrivateServers, stopPrivateServers } from '#embedded/private_servers'
import { writeSettings, type Settings } from '#embedded/settings_file'
import { chooseAddress, isAlive, type ConsoleAddress } from '#embedded/supervision/console_address'
import { endLeftovers } from '#embedded/supervision/end_leftovers'
import { releaseLock, takeLock } from '#embedded/supervision/instance_lock'
import { removeState, writeState } from '#embedded/supervision/instance_state'
import { processSpecs } from '#embedded/supervision/process_specs'
import { SupervisedProcess } from '#embedded/supervision/supervised_process'
import { waitUntil } from '#embedded/wait_until'

export interface InstanceOptions {
  paths: InstancePaths
  named: Settings
  port?: number
  /** Postgres and Redis alone, so that nobody uses the database while a backup is restored. */
  onlyServers?: boolean
  say: (line: string) => void
  /** Told as soon as it is known: it is shown only once. */
  onFirstAdmin: (admin: NonNullable<FirstAdmin>) => void
  /** Aborted when somebody asks to stop, also while it still starts. */
  signal: AbortSignal
  /** Aborted when somebody asks again. */
  urgent: AbortSignal
}

/** What the worker runs. */
const PROGRAMS = ['ffmpeg', 'ffprobe'] as const
const START_TIMEOUT_MS = 90_000
const CRASHES_TO_GIVE_UP = 3

/** One Mediakeep on this machine: its servers, its processes, its lock. */
export class Instance {
  #processes: SupervisedProcess[] = []
  #url: string | null = null
  #stops = new AbortController()
  #keepingServers: Promise<void> = Promise.resolve()

  constructor(private options: InstanceOptions) {}

  /** False when another `up` has this instance already. */
  takeLock(): boolean {
    const { paths } = this.options
    mkdirSync(paths.run, { recursive: true })
    return takeLock(paths.lockFile) === null
  }

  /** Starts all of it and answers where the console is. @throws CannotStart, or when aborted */
  async start(): Promise<string> {
    const { paths, named, signal, say } = this.options
    if (await endLeftovers(paths)) say('Ended what an earlier run had left behind')
    this.#keepState()
    const address = await chooseAddress(named, this.options.port)
    const settings = await this.#startServers(address)
    if (this.options.onlyServers) return address.url
    const env = { ...process.env, ...settings, PORT: String(address.port), HOST: address.host }

    await buildFrontEnd(paths.root, say, signal)
    const admin = await prepareDatabase({ root: paths.root, env, signal })
    if (admin) this.options.onFirstAdmin(admin)
    signal.throwIfAborted()
    await this.#startProcesses(env, address)
    return address.url
  }

  /** Stops everything in the reverse order; quickly when asked for urgently. */
  async stop(): Promise<void> {
    const { paths, urgent } = this.options
    this.#stops.abort()
    urgent.addEventListener('abort', () => this.#processes.forEach((one) => one.kill()))
    for (const one of this.#processes.toReversed()) await this.#stopProcess(one)
    await this.#keepingServers
    rmSync(paths.settingsFile, { force: true })
    await stopPrivateServers(paths, this.options)
    removeState(paths.stateFile)
    releaseLock(paths.lockFile)
  }

  async #startServers(address: ConsoleAddress): Promise<Settings> {
    const { paths, named, say, signal } = this.options
    const request = { paths, named, programs: [...PROGRAMS], say }
    const servers = await startPrivateServers({ ...request, signal })
    this.#keepingServers = keepServersAlive({ ...request, signal: this.#stops.signal })
    const settings = { ...servers, PORT: String(address.port), APP_URL: address.url }
    writeSettings(paths.settingsFile, settings)
    return settings
  }

  async #startProcesses(env: NodeJS.ProcessEnv, address: ConsoleAddress): Promise<void> {
    const { paths, say } = this.options
    const watcher = { say, onChange: () => this.#keepState() }
    this.#processes = processSpecs(paths, env).map((spec) => new SupervisedProcess(spec, watcher))
    for (const one of this.#processes) one.start()
    await this.#waitForConsole(address)
    this.#url = address.url
    this.#keepState()
  }

  async #waitForConsole(address: ConsoleAddress): Promise<void> {
    const web = this.#processes[0]
    const { signal } = this.options
    let answers = false
    const isDecided = async () =>
      (answers = await isAlive(address)) || web.crashesInARow >= CRASHES_TO_GIVE_UP
    await waitUntil(isDecided, { timeoutMs: START_TIMEOUT_MS, everyMs: 100, signal })
    if (answers) return
    const { logFile } = web.spec
    throw new CannotStart(`The console does not answer. From ${logFile}:\n${lastLines(logFile)}`)
  }

  async #stopProcess(one: SupervisedProcess): Promise<void> {
    await one.stop()
    this.options.say(`Stopped ${one.spec.name}`)
  }

  #keepState(): void {
    const processes = this.#processes.map(({ spec, identity, startedAt, restarts }) => ({
      name: spec.name,
      identity,
      startedAt: startedAt?.toISOString() ?? null,
      restarts,
    }))
    const supervisor = identityOf(process.pid)!
    writeState(this.options.paths.stateFile, { supervisor, url: this.#url, processes })
  }
}
