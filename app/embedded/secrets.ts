import { randomBytes } from 'node:crypto'
import { readSettings, writeSettings } from '#embedded/settings_file'

export interface Secrets {
  appKey: string
  databasePassword: string
  redisPassword: string
}

/**
 * The secrets of this instance, made at the first call. `areNew` says that they were made now,
 * so that a database older than they are must be told its password again.
 */
export function ensureSecrets(path: string): { secrets: Secrets; areNew: boolean } {
  const kept = readSettings(path)
  const secrets: Secrets = {
    appKey: kept.APP_KEY ?? randomSecret(),
    databasePassword: kept.DATABASE_PASSWORD ?? randomSecret(),
    redisPassword: kept.REDIS_PASSWORD ?? randomSecret(),
  }
  const areNew = !(kept.APP_KEY && kept.DATABASE_PASSWORD && kept.REDIS_PASSWORD)
  if (areNew) keepSecrets(path, secrets)
  return { secrets, areNew }
}

function keepSecrets(path: string, secrets: Secrets): void {
  writeSettings(path, {
    APP_KEY: secrets.appKey,
    DATABASE_PASSWORD: secrets.databasePassword,
    REDIS_PASSWORD: secrets.redisPassword,
  })
}

/** 256 bits, of letters and digits only: it stands in URLs and configuration files as it is. */
function randomSecret(): string {
  return randomBytes(32).toString('hex')
}
