import { statSync } from 'node:fs'
import { CannotStart } from '#embedded/errors'
import { findProgram } from '#embedded/machine/find_program'
import { mustRun, runProgram } from '#embedded/machine/run_program'

interface Ids {
  uid: number
  gid: number
}

/** As whom Postgres runs. */
export interface Account {
  /** Null: as whoever runs us. */
  ids: Ids | null
  /** What stands before each command of it. */
  prefix: string[]
}

/** Preferred first. The second is ours; the last is on every system. */
const USERS = ['postgres', 'mediakeep', 'nobody']

export interface AccountNeeds {
  /** Folder that the server works in. */
  home: string
  /** Its data, which may not exist yet; else its owner is the account. */
  dataFolder: string
  program: string
}

/** Postgres refuses to run as root, so root lends it another user; others run it themselves. */
export async function postgresAccount(needs: AccountNeeds): Promise<Account> {
  if (process.getuid?.() !== 0) return { ids: null, prefix: [] }

  const { home, program } = needs
  const ids = ownerOf(needs.dataFolder) ?? (await systemUser())
  for (const account of accountsToTry(ids)) {
    if (await canUse(account, home, program)) return account
  }
  throw new CannotStart(
    `Postgres does not run as root, and its user cannot enter ${home}. Move the checkout ` +
      'to a folder that others may enter, run ./ace as an ordinary user, or set DATABASE_URL'
  )
}

/** Argv and spawn options that run a command as the account. */
export function asAccount(account: Account, argv: string[]) {
  return {
    argv: [...account.prefix, ...argv],
    ids: account.prefix.length ? {} : (account.ids ?? {}),
  }
}

/**
 * First with no rights at all. Where the checkout lies in a private home, with the one right that
 * lets it pass closed folders; containers often lack the lesser one of the two.
 */
function accountsToTry(ids: Ids): Account[] {
  const plain = { ids, prefix: [] }
  if (process.platform !== 'linux' || !findProgram('setpriv')) return [plain]
  const withRight = ['dac_read_search', 'dac_override'].map((right) => ({
    ids,
    prefix: [
      'setpriv',
      `--reuid=${ids.uid}`,
      `--regid=${ids.gid}`,
      '--clear-groups',
      // access(2) would forget the right of a process whose real user is not root
      '--securebits=+no_setuid_fixup',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
    ],
  }))
  return [plain, ...withRight]
}

/** Tried, not reasoned: modes, ACLs and mounts all have a say. */
async function canUse(account: Account, home: string, program: string): Promise<boolean> {
  const script = 'cd -- "$1" && test -r "$2" && exec "$2" --version'
  const { argv, ids } = asAccount(account, ['sh', '-c', script, 'sh', home, program])
  const { exitCode } = await runProgram(argv, { ...ids, cwd: '/' })
  return exitCode === 0
}

function ownerOf(folder: string): Ids | null {
  const { uid, gid } = statSync(folder, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 }
  return uid === 0 ? null : { uid, gid }
}

async function systemUser(): Promise<Ids> {
  for (const name of USERS) {
    const ids = (await idsOf(name)) ?? (name === 'mediakeep' ? await createUser(name) : null)
    if (ids) return ids
  }
  throw new CannotStart('Postgres does not run as root: run ./ace as another user')
}

async function idsOf(name: string): Promise<Ids | null> {
  const [user, group] = await Promise.all([
    runProgram(['id', '-u', name]),
    runProgram(['id', '-g', name]),
  ])
  if (user.exitCode !== 0 || group.exitCode !== 0) return null
  return { uid: Number(user.output), gid: Number(group.output) }
}

async function createUser(name: string): Promise<Ids | null> {
  if (!findProgram('useradd')) return null
  await mustRun('useradd', ['useradd', '--system', '--no-create-home', '--user-group', name])
  return idsOf(name)
}
