import { WrongUsage } from '#app/terminal/errors'
import { BenchImpossible } from '#app/terminal/bench/pipeline/errors'
import { SystemClient } from '#app/terminal/bench/pipeline/system_client'
import { instancePaths } from '#embedded/instance_paths'
import { namedSettings } from '#embedded/named_settings'
import { instanceReport } from '#embedded/supervision/instance_report'

/** Enough for a long measurement; it ends by itself where nobody could revoke it. */
const TOKEN_LIVES_S = 24 * 3600

export interface SystemAsked {
  /** Left out: what `./ace up` runs here. */
  url?: string
  /** Left out: one is made in the database that the settings name. */
  token?: string
  /** Brings the application up, which a system elsewhere does not need. */
  boot: () => Promise<void>
}

export interface MeasuredSystem {
  client: SystemClient
  /** Revokes what was made for it. */
  end: () => Promise<void>
}

/** @throws WrongUsage, BenchImpossible */
export async function systemToMeasure({ url, token, boot }: SystemAsked): Promise<MeasuredSystem> {
  if (url && !token) {
    throw new WrongUsage('Give a token for it, --token or MEDIAKEEP_TOKEN: one of an administrator')
  }
  const address = url ? checked(url) : urlHere()
  if (token) return { client: new SystemClient(address, token), end: async () => undefined }
  await boot()
  const made = await makeToken()
  return { client: new SystemClient(address, made.value), end: made.revoke }
}

function checked(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url.replace(/\/+$/, '')
  throw new WrongUsage(`--url is "${url}": give an address such as https://videos.example.org`)
}

function urlHere(): string {
  const { url } = instanceReport(instancePaths(), namedSettings())
  if (url) return url.replace(/\/+$/, '')
  throw new BenchImpossible(
    'Nothing runs here: start it with ./ace up, or name a system with --url and --token'
  )
}

async function makeToken() {
  const { default: User } = await import('#accounts/user')
  const { createApiToken, revokeApiToken } = await import('#accounts/api_tokens')
  const { operatorAtTerminal } = await import('#accounts/actor')
  const user = await User.query().where({ role: 'admin' }).whereNull('disabled_at').first()
  if (!user) throw new BenchImpossible('There is no administrator yet: run ./ace setup')
  const by = operatorAtTerminal()
  const asked = { user, name: 'bench pipeline', expiresInS: TOKEN_LIVES_S, by }
  const { id, value } = await createApiToken(asked)
  return { value, revoke: () => revokeApiToken({ id, by }) }
}
