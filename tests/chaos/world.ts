import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { instancePaths } from '#embedded/instance_paths'
import { portFor } from '#embedded/machine/free_port'
import { until } from '../helpers/until.js'
import { Client } from './client.js'
import { makeClips, type ClipName } from './clips.js'
import { Dice } from './dice.js'
import { Fleet } from './fleet.js'
import { Ledger } from './ledger.js'
import { PostgresControl } from './postgres_control.js'
import { allProcesses, mediaProgramsIn, signal } from './process_tree.js'
import { RedisControl } from './redis_control.js'
import { ScratchMount } from './scratch_mount.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

interface Parts {
  readonly home: string
  readonly dice: Dice
  readonly postgres: PostgresControl
  readonly redis: RedisControl
  readonly scratch: ScratchMount
  readonly fleet: Fleet
  readonly ledger: Ledger
  readonly client: Client
  readonly base: string
  readonly token: string
  readonly env: NodeJS.ProcessEnv
}

export interface World extends Parts {}

/** A whole Mediakeep of the suite's own, with everything in reach that can be broken. */
export class World {
  injected = 0

  private constructor(of: Parts) {
    Object.assign(this, of)
  }

  get storage() {
    return join(this.home, 'storage')
  }

  static async start(home: string, seed: number): Promise<World> {
    endLeftovers(home)
    await ScratchMount.forget(join(home, 'scratch'))
    for (const name of ['storage', 'scratch', 'redis', 'log']) {
      rmSync(join(home, name), { recursive: true, force: true })
    }
    mkdirSync(join(home, 'storage'), { recursive: true })
    const postgres = new PostgresControl(instancePaths({ MEDIAKEEP_VAR: home }))
    await postgres.start()
    await postgres.freshDatabase()
    const redis = new RedisControl(join(home, 'redis'), await portFor(null, '127.0.0.1'))
    await redis.start()
    const scratch = await ScratchMount.mount(join(home, 'scratch'))
    const port = await portFor(null, '127.0.0.1')
    const env = settings({ home, port, postgres, redis })
    const token = await prepare(env)
    const fleet = new Fleet({ env, logFolder: join(home, 'log') })
    const base = `http://127.0.0.1:${port}`
    const ledger = new Ledger(join(home, 'ledger.jsonl'))
    const clips = await makeClips(join(home, 'clips'))
    const client = new Client({ base: () => base, token, clips, ledger })
    const dice = new Dice(seed)
    fleet.start()
    const world = new World({
      ...{ home, dice, postgres, redis, scratch, fleet },
      ...{ ledger, client, base, token, env },
    })
    await world.untilReady()
    return world
  }

  /** Runs one of the commands to its end. @throws where it fails */
  async ace(...args: string[]): Promise<string> {
    const argv = ['ace.js', ...args, '--no-ansi']
    return (await run(process.execPath, argv, { cwd: ROOT, env: this.env })).stdout
  }

  /** Counts faults that really happened. */
  hit(count = 1) {
    this.injected += count
  }

  /** So many jobs, of the clip, at once. @returns the ids of those that were accepted */
  async submit(count: number, clip: ClipName = 'film', preset = 'mobile'): Promise<string[]> {
    const ids: string[] = []
    for (let at = 0; at < count; at++) {
      const id = await this.client.submit(clip, preset)
      if (id) ids.push(id)
    }
    return ids
  }

  async untilReady() {
    await until(() => this.isWebReady(), 90_000)
    await until(() => this.areWorkersReady(), 90_000)
  }

  async isWebReady(): Promise<boolean> {
    const answer = fetch(`${this.base}/health/live`, { signal: AbortSignal.timeout(2_000) })
    return answer.then(
      ({ ok }) => ok,
      () => false
    )
  }

  async areWorkersReady(): Promise<boolean> {
    const pids = this.fleet.serving('worker').map(({ pid }) => pid)
    const known = await this.postgres.rows<{ pid: number }>(
      'select pid from workers where stopped_at is null and pid = any($1)',
      [pids]
    )
    return known.length === pids.length && pids.length >= this.fleet.wanted.worker
  }

  /** Waits for an ffmpeg that encodes. @returns its pid, or null where none comes */
  async ffmpeg(timeoutMs = 8_000): Promise<number | null> {
    let pid: number | null = null
    const see = async () => {
      const seen = mediaProgramsIn(this.scratch.path).filter(
        ({ name, commandLine }) => name === 'ffmpeg' && commandLine.includes('libx264')
      )
      pid = seen.length > 0 ? this.dice.pick(seen).pid : null
      return pid !== null
    }
    await until(see, timeoutMs).catch(() => undefined)
    return pid
  }

  /** Waits until one of these runs. @returns its id and the process id of its worker */
  async running(jobIds: string[], timeoutMs = 30_000): Promise<{ id: string; pid: number }> {
    let found: { id: string; lease_owner: string } | undefined
    await until(async () => {
      found = await this.postgres.row(
        `select id, lease_owner from jobs where status = 'running' and id = any($1) limit 1`,
        [jobIds]
      )
      return found !== undefined
    }, timeoutMs)
    return { id: found!.id, pid: Number(found!.lease_owner.split('-').at(-2)) }
  }

  workerOf(pid: number) {
    return this.fleet.living('worker').find((one) => one.pid === pid) ?? null
  }

  /** Ends every fault; what is left to do the system does by itself. */
  async heal() {
    await this.scratch.heal()
    await this.postgres.start()
    await this.redis.heal()
    for (const { pid } of mediaProgramsIn(this.home)) signal(pid, 'SIGCONT')
    this.fleet.thaw()
    await this.untilReady()
  }

  async stop() {
    await this.fleet.stop()
    await this.redis.kill()
    await this.postgres.close()
    await this.scratch.unmount()
  }
}

function settings(of: {
  home: string
  port: number
  postgres: PostgresControl
  redis: RedisControl
}): NodeJS.ProcessEnv {
  const { PATH, HOME, FFMPEG_BINARY, FFPROBE_BINARY, MEDIA_JAIL, LD_LIBRARY_PATH } = process.env
  return {
    ...{ PATH, HOME, FFMPEG_BINARY, FFPROBE_BINARY, MEDIA_JAIL, LD_LIBRARY_PATH },
    NODE_ENV: 'test',
    MEDIAKEEP_VAR: of.home,
    DATABASE_URL: of.postgres.url,
    REDIS_URL: of.redis.url,
    APP_KEY: 'chaos-chaos-chaos-chaos-chaos-32',
    HOST: '127.0.0.1',
    PORT: String(of.port),
    STORAGE_PATH: join(of.home, 'storage'),
    SCRATCH_PATH: join(of.home, 'scratch'),
    LOG_LEVEL: 'info',
    SESSION_DRIVER: 'memory',
    DRAIN_GRACE: '3s',
    NO_PROGRESS_LIMIT: '6s',
  }
}

/** Tables, presets and a token. @returns the token */
async function prepare(env: NodeJS.ProcessEnv): Promise<string> {
  const ace = (...args: string[]) => run(process.execPath, ['ace.js', ...args], { cwd: ROOT, env })
  await ace('migration:run', '--force', '--no-schema-generate')
  const { stdout: made } = await ace('setup', '--json', '--no-ansi')
  const { email } = JSON.parse(made.trim().split('\n').at(-1)!)
  const { stdout } = await ace('token', '--email', email, '--name', 'chaos', '--json', '--no-ansi')
  return JSON.parse(stdout.trim().split('\n').at(-1)!).token.value
}

/** What a run that was killed left behind. */
function endLeftovers(home: string) {
  for (const { pid } of allProcesses()) {
    if (pid === process.pid) continue
    if (environmentOf(pid).includes(`MEDIAKEEP_VAR=${home}\0`)) signal(pid, 'SIGKILL')
  }
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return ''
  }
}
