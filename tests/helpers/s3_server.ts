import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { openSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { Secret } from '@adonisjs/core/helpers'
import { programPath } from '#embedded/machine/ensure_programs'
import { mustRun } from '#embedded/machine/run_program'
import { cephSettings } from '#tests/helpers/ceph_settings'
import { until } from '#tests/helpers/until'
import { freePort } from '#tests/helpers/free_port'
import type { S3Settings } from '#storage/s3/s3_settings'

const ACCESS_KEY = 'mediakeeptestkey'
const SECRET_KEY = 'a-secret-that-nobody-may-read'
const START_MS = 60_000

export interface S3Server {
  endpoint: string
  /** Everything it wrote is in a folder that goes with this process. */
  folder: string
  /** A new, empty bucket. */
  newBucket(prefix?: string): Promise<S3Settings>
  /** Ends the gateway alone and waits for it; what was stored stays. */
  stopGateway(): Promise<void>
  startGateway(): Promise<void>
}

let server: Promise<S3Server> | null = null

/**
 * A real S3 server of this test run: a RADOS gateway of Ceph over memory. It is started once, takes some seconds, and ends
 * with this process however that ends.
 */
export function s3Server(): Promise<S3Server> {
  server ??= start()
  return server
}

/** A client for tests that look into a bucket beside the store. */
export function clientOf({ endpoint, region, credentials, isPathStyle }: S3Settings): S3Client {
  const { accessKeyId, secretAccessKey } = credentials!
  return new S3Client({
    ...{ endpoint: endpoint!, region, forcePathStyle: isPathStyle },
    credentials: { accessKeyId, secretAccessKey: secretAccessKey.release() },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

async function start(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'mks3-')) // short: sockets have no longer names
  const ports = { monitor: await freePort(), gateway: await freePort() }
  for (const name of ['mon', 'osd', 'run', 'log']) await mkdir(join(folder, name))
  const ceph = new Ceph(folder)
  process.once('exit', () => {
    ceph.killAll()
    rmSync(folder, { recursive: true, force: true })
  })
  await ceph.begin(ports)
  const endpoint = `http://127.0.0.1:${ports.gateway}`
  const startGateway = () => ceph.startGateway(endpoint)
  await startGateway()
  await ceph.addUser()
  const newBucket = (prefix = '') => makeBucket(endpoint, prefix)
  return { endpoint, folder, newBucket, startGateway, stopGateway: () => ceph.stopGateway() }
}

async function makeBucket(endpoint: string, prefix: string): Promise<S3Settings> {
  const settings: S3Settings = {
    ...{ endpoint, publicEndpoint: null, prefix, region: 'us-east-1', isPathStyle: true },
    bucket: `films-${randomUUID()}`,
    credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: new Secret(SECRET_KEY) },
  }
  const client = clientOf(settings)
  await client.send(new CreateBucketCommand({ Bucket: settings.bucket }))
  client.destroy()
  return settings
}

/** One monitor, one disk of memory and one gateway. */
class Ceph {
  readonly #settings: string
  readonly #running: ChildProcess[] = []
  #gateway: ChildProcess | null = null

  constructor(private readonly folder: string) {
    this.#settings = join(folder, 'ceph.conf')
  }

  async begin(ports: { monitor: number; gateway: number }) {
    const fsid = randomUUID()
    await writeFile(this.#settings, cephSettings({ fsid, folder: this.folder, ...ports }))
    const map = join(this.folder, 'monmap')
    const address = `[v2:127.0.0.1:${ports.monitor}]`
    await mustRun('monmaptool', [
      ...['monmaptool', '--create', '--addv', 'a', address, '--fsid', fsid, map],
    ])
    await this.#run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map)
    this.#spawn('ceph-mon', '-i', 'a')
    await this.#addDisk()
  }

  async startGateway(endpoint: string) {
    this.#gateway = this.#spawn('radosgw', '-n', 'client.rgw')
    const isUp = () => fetch(endpoint).then(Boolean, () => false)
    await until(async () => this.#isWell(this.#gateway!) && isUp(), START_MS)
  }

  async stopGateway() {
    const gone = new Promise((resolve) => this.#gateway!.once('exit', resolve))
    this.#gateway!.kill('SIGKILL')
    await gone
  }

  async addUser() {
    const keys = ['--access-key', ACCESS_KEY, '--secret-key', SECRET_KEY]
    await this.#run('radosgw-admin', ...['user', 'create', '--uid=t', '--display-name=t', ...keys])
  }

  killAll() {
    for (const child of this.#running) child.kill('SIGKILL')
  }

  async #addDisk() {
    const id = randomUUID()
    await this.#run('ceph', 'osd', 'new', id)
    await this.#run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', id)
    const place = ['1.0', 'root=default', 'host=localhost']
    await this.#run('ceph', 'osd', 'crush', 'add', 'osd.0', ...place)
    const disk = this.#spawn('ceph-osd', '-i', '0')
    await until(async () => {
      const { output } = await this.#run('ceph', 'osd', 'stat')
      return this.#isWell(disk) && output.includes('1 up')
    }, START_MS)
  }

  #run(program: string, ...args: string[]) {
    return mustRun(program, [pathOf(program), '-c', this.#settings, ...args])
  }

  /** In the foreground and bound to us: the system ends it with this process. */
  #spawn(program: string, ...args: string[]): ChildProcess {
    const log = openSync(join(this.folder, 'log', `${program}.out`), 'a')
    const argv = ['--pdeathsig', 'KILL', '--', pathOf(program), '-f', '-c', this.#settings, ...args]
    const child = spawn('setpriv', argv, { stdio: ['ignore', log, log] })
    child.unref()
    this.#running.push(child)
    return child
  }

  /** @throws with what it said where it ended */
  #isWell({ exitCode, spawnargs }: ChildProcess): boolean {
    if (exitCode === null) return true
    const program = spawnargs[4].split('/').at(-1)!
    const said = readFileSync(join(this.folder, 'log', `${program}.out`), 'utf8').slice(-2000)
    throw new Error(`${program} ended (${exitCode}): ${said}`)
  }
}

function pathOf(program: string): string {
  const known = ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin'] as const
  const named = known.find((one) => one === program)
  return (named && programPath(named, { ...process.env } as Record<string, string>)) ?? program
}
