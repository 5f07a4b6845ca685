import pg from 'pg'
import { tellingRules } from '#config/mediakeep'

/** A database of its own beside the test's, empty. */
export class SpareDatabase {
  readonly url: string
  readonly #name: string

  constructor(name = 'restored') {
    const url = new URL(tellingRules.databaseUrl)
    this.#name = `${url.pathname.slice(1)}_${name}`
    url.pathname = `/${this.#name}`
    this.url = url.href
  }

  async create() {
    await this.remove()
    await ask(tellingRules.databaseUrl, `create database ${this.#name}`)
  }

  async remove() {
    await ask(tellingRules.databaseUrl, `drop database if exists ${this.#name} with (force)`)
  }

  ask(sql: string) {
    return ask(this.url, sql)
  }
}

/** Rows of one statement, by a connection of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Of every table how many rows it has, and a hash of all of them as Postgres copies them. */
export async function contentsOf(url: string): Promise<Record<string, string>> {
  const tables = await ask(
    url,
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`
  )
  const contents: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await ask(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(row::text, chr(10) order by row::text)), '') as all
       from ${name} as row ${name === 'audit' ? `where action not like 'backup.%'` : ''}`
    )
    contents[String(name)] = String(row.all)
  }
  return contents
}
