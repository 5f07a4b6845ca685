import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { filesIn } from '#tests/helpers/work'
import { cutLine, type CutLine } from '#tests/helpers/cut_line'
import { LoggedProcess } from '#tests/helpers/logged_process'
import type { S3Settings } from '#storage/s3/s3_settings'

/** What a machine of the fleet is told: its own folders, and three servers that are elsewhere. */
export interface MachineOptions {
  /** Below it the machine has its own disk. */
  folder: string
  name: string
  /** What Node runs. */
  argv: string[]
  bucket: S3Settings
  settings?: Record<string, string>
}

/** One process with a disk of its own, which reaches Postgres, Redis and the store over lines that can be cut. */
export class Machine {
  private constructor(
    readonly name: string,
    readonly disk: string,
    private readonly lines: CutLine[],
    readonly process: LoggedProcess
  ) {}

  static async start({ folder, name, argv, bucket, settings }: MachineOptions): Promise<Machine> {
    const disk = join(folder, name)
    await mkdir(disk, { recursive: true })
    const servers = [process.env.DATABASE_URL!, process.env.REDIS_URL!, bucket.endpoint!]
    const lines = await Promise.all(servers.map((url) => cutLine(placeOf(url))))
    const [database, redis, store] = servers.map((url, at) => through(url, lines[at].port))
    const { accessKeyId, secretAccessKey } = bucket.credentials!
    const started = new LoggedProcess(argv, {
      ...{ DATABASE_URL: database, REDIS_URL: redis, LOG_LEVEL: 'info', HOST: '127.0.0.1' },
      ...{ MEDIAKEEP_VAR: disk, STORAGE_PATH: `${disk}/storage`, SCRATCH_PATH: `${disk}/scratch` },
      ...{ STORE: 's3', S3_ENDPOINT: store, S3_BUCKET: bucket.bucket, S3_REGION: bucket.region },
      ...{ S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey.release() },
      ...{ LOW_DISK: '0', ...settings },
    })
    return new Machine(name, disk, lines, started)
  }

  get pid(): number {
    return this.process.child.pid!
  }

  cutOff() {
    for (const line of this.lines) line.cut()
  }

  reconnect() {
    for (const line of this.lines) line.mend()
  }

  /** Names of all files that are left on its disk. */
  leftovers(): Promise<string[]> {
    return filesIn(this.disk)
  }

  /** @returns its exit code */
  async end(signal?: NodeJS.Signals): Promise<number | null> {
    const code = await this.process.end(signal)
    for (const line of this.lines) line.close()
    return code
  }
}

const USUAL_PORTS: Record<string, number> = { 'postgres:': 5432, 'redis:': 6379, 'http:': 80 }

function placeOf(address: string) {
  const { hostname: host, port, protocol } = new URL(address)
  return { host, port: Number(port) || USUAL_PORTS[protocol] }
}

function through(address: string, port: number): string {
  const url = new URL(address)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return url.toString().replace(/\/$/, '')
}
