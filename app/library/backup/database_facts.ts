import pg from 'pg'

/** What can be asked: a client of ours, or the connection of a transaction. */
export type Asks = Pick<pg.ClientBase, 'query'>

export interface TableFacts {
  name: string
  /** Those that are written; generated ones make themselves. */
  columns: string[]
  /** Tables that its rows name. */
  needs: string[]
}

/** Every table but those of extensions, in an order in which no row comes before one that it names. */
export async function tablesOf(database: Asks): Promise<TableFacts[]> {
  const { rows } = await database.query<TableFacts>(TABLES)
  return inOrder(rows)
}

/** Every sequence with the number that it gave last; null: none yet. */
export async function sequencesOf(database: Asks) {
  const { rows } = await database.query<{ name: string; lastValue: number | null }>(
    `select sequencename::text as name, last_value as "lastValue" from pg_sequences
     where schemaname = current_schema() order by 1`
  )
  return rows
}

/** The migrations that ran, in their order; none where there is no table of them. */
export async function migrationsOf(database: Asks): Promise<string[]> {
  if (!(await hasTable(database, 'adonis_schema'))) return []
  const { rows } = await database.query<{ name: string }>(
    'select name from adonis_schema order by id'
  )
  return rows.map(({ name }) => name)
}

export async function hasTable(database: Asks, name: string): Promise<boolean> {
  const { rows } = await database.query('select to_regclass($1) is not null as has', [name])
  return rows[0].has
}

/** A table with columns, as COPY wants it. */
export function quoted({ name, columns }: { name: string; columns: string[] }): string {
  return `${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')})`
}

/** @throws where tables name each other: then rows could only be copied without their constraints */
function inOrder(tables: TableFacts[]): TableFacts[] {
  const done = new Map<string, TableFacts>()
  let left = tables
  while (left.length > 0) {
    const ready = left.filter(({ needs }) => needs.every((name) => done.has(name)))
    if (ready.length === 0) {
      throw new Error(`These tables name each other: ${left.map(({ name }) => name).join(', ')}`)
    }
    for (const table of ready) done.set(table.name, table)
    left = left.filter(({ name }) => !done.has(name))
  }
  return [...done.values()]
}

const TABLES = `
  select t.relname::text as name,
    array(select attname::text from pg_attribute where attrelid = t.oid and attnum > 0
      and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select distinct other.relname::text from pg_constraint
      join pg_class other on other.oid = confrelid
      where conrelid = t.oid and contype = 'f' and confrelid <> t.oid) as needs
  from pg_class t
  where relnamespace = current_schema()::regnamespace and relkind = 'r'
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = t.oid and deptype = 'e')
  order by 1`
