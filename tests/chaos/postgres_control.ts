import { mkdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { InstancePaths } from '#embedded/instance_paths'
import { ensureSecrets } from '#embedded/secrets'
import {
  findPostgres,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '#embedded/postgres/postgres_server'

const NAME = 'chaos'
const PATIENCE_MS = 60_000
const ANSWER_MS = 20_000

/** A Postgres of the suite's own that can be stopped in two ways; asks it too, waiting while it is away. */
export class PostgresControl {
  #port: number | null = null
  #pool: pg.Pool | null = null

  constructor(readonly paths: InstancePaths) {}

  get url(): string {
    return this.#urlOf(NAME)
  }

  async start(): Promise<void> {
    for (const folder of [this.paths.run, this.paths.log]) mkdirSync(folder, { recursive: true })
    const { secrets, areNew } = ensureSecrets(this.paths.secretsFile)
    const server = await startPostgres(this.paths, {
      password: secrets.databasePassword,
      secretsAreNew: areNew,
      wantedPort: this.#port,
    })
    this.#port = server.port
  }

  /** Fast: connections are cut in order. Immediate: as after a power cut. */
  async stop(how: 'fast' | 'immediate' = 'fast'): Promise<void> {
    await stopPostgres(this.paths, { isQuick: how === 'immediate' })
  }

  get isUp() {
    return findPostgres(this.paths) !== null
  }

  async freshDatabase(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#urlOf('mediakeep') })
    await client.connect()
    await client.query(`drop database if exists ${NAME} with (force)`)
    await client.query(`create database ${NAME}`)
    await client.end()
  }

  /** Rows; asks again while the server is away. */
  async rows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      try {
        return (await this.#open().query<T>(sql, values)).rows
      } catch (error) {
        if (!isConnectionTrouble(error) || Date.now() > deadline) throw error
        await delay(100)
      }
    }
  }

  async row<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T> {
    return (await this.rows<T>(sql, values))[0]
  }

  /** Holds a table so that nobody reads or writes it. */
  async lockTable(table: string, forMs: number): Promise<void> {
    const client = new pg.Client({ connectionString: this.url })
    client.on('error', () => undefined)
    await client.connect()
    try {
      await client.query('begin')
      await client.query(`lock table ${table} in access exclusive mode`)
      await client.query('select pg_sleep($1)', [forMs / 1000])
    } finally {
      // where the server went meanwhile the end may never be answered
      await Promise.race([client.end(), delay(ANSWER_MS, undefined, { ref: false })])
    }
  }

  async close(): Promise<void> {
    await this.#pool?.end()
    await this.stop('immediate')
  }

  #open(): pg.Pool {
    if (!this.#pool) {
      this.#pool = new pg.Pool({
        ...{ connectionString: this.url, max: 4, application_name: 'judge' },
        ...{ connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS },
      })
      this.#pool.on('error', () => undefined)
    }
    return this.#pool
  }

  #urlOf(database: string): string {
    const { secrets } = ensureSecrets(this.paths.secretsFile)
    const server = { identity: { pid: 0, bornAt: '' }, host: '127.0.0.1', port: this.#port! }
    const url = new URL(postgresUrl(server, secrets.databasePassword))
    url.pathname = `/${database}`
    return url.href
  }
}

/** Class 08, class 57, and what the driver says by itself. */
function isConnectionTrouble(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(08|57P|ECONN|EPIPE)/.test(code) || /terminated|timeout|ended|ECONNREFUSED/.test(message)
}
