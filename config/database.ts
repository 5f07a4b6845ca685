import env from '#start/env'
import { defineConfig } from '@adonisjs/lucid'
import pg from 'pg'

/** Counts and sizes come as numbers: none of ours passes 2^53. */
const INT8_OID = 20
pg.types.setTypeParser(INT8_OID, Number)

export default defineConfig({
  connection: 'postgres',
  prettyPrintDebugQueries: true,
  connections: {
    postgres: {
      client: 'pg',
      connection: { connectionString: env.get('DATABASE_URL') },
      pool: { min: 0, max: 10, acquireTimeoutMillis: 10_000 },
      migrations: { naturalSort: true, paths: ['database/migrations'] },
      schemaGeneration: { enabled: false },
      debug: false,
    },
  },
})
