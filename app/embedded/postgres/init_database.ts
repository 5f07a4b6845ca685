import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#embedded/errors'
import { mustRun } from '#embedded/machine/run_program'
import { asAccount, type Account } from '#embedded/postgres/account'
import type { PostgresBinaries } from '#embedded/postgres/binaries'

export interface ClusterPlace {
  folder: string
  account: Account
  binaries: PostgresBinaries
  signal?: AbortSignal
}

/** The role and the database of the application; the role is no superuser. */
export const DATABASE_NAME = 'mediakeep'

/** Who may log in, and from where: the superuser never, so nobody needs to keep its password. */
const LOGINS = `host all ${DATABASE_NAME} 127.0.0.1/32 scram-sha-256\n`

/** Makes the cluster under another name and renames it last: the folder exists only when whole. */
export async function initDatabase(place: ClusterPlace, password: string): Promise<void> {
  const partial = { ...place, folder: `${place.folder}.partial` }
  rmSync(partial.folder, { recursive: true, force: true })
  mkdirSync(partial.folder, { recursive: true, mode: 0o700 })
  const { ids } = place.account
  if (ids) chownSync(partial.folder, ids.uid, ids.gid)

  await runInitdb(partial)
  await runSql(partial, [
    `CREATE ROLE ${DATABASE_NAME} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${DATABASE_NAME} OWNER ${DATABASE_NAME}`,
  ])
  writeFileSync(join(partial.folder, 'pg_hba.conf'), LOGINS)
  renameSync(partial.folder, place.folder)
}

/** For a cluster that stands still and whose password is lost. */
export function resetPassword(place: ClusterPlace, password: string): Promise<void> {
  return runSql(place, [`ALTER ROLE ${DATABASE_NAME} PASSWORD '${password}'`])
}

async function runInitdb({ folder, account, binaries, signal }: ClusterPlace): Promise<void> {
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'
  const command = asAccount(account, [
    binaries.initdb,
    `--pgdata=${folder}`,
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ])
  await mustRun('initdb', command.argv, { ...command.ids, cwd: '/', signal })
}

/** Single-user mode: one statement a line, no login needed, and errors only told in words. */
async function runSql(place: ClusterPlace, statements: string[]): Promise<void> {
  const { folder, account, binaries, signal } = place
  const command = asAccount(account, [binaries.postgres, '--single', '-D', folder, 'postgres'])
  const input = statements.join('\n') + '\n'
  const options = { ...command.ids, cwd: '/', signal, input }
  const { transcript } = await mustRun('postgres --single', command.argv, options)
  const error = /^.*(ERROR|FATAL|PANIC):.*$/m.exec(transcript)
  if (error) throw new CannotStart(`Preparing the database failed: ${error[0]}`)
}
