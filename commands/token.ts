import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type User from '#accounts/user'

/** Keys to the API: makes one for a user, lists them, ends one. */
export default class Token extends BaseCommand {
  static commandName = 'token'
  static description = 'Create, list and revoke API tokens'
  static options: CommandOptions = { startApp: true }
  static help = [
    'A token may do what its scopes say, within the role of its user; without scopes, all of that.',
    'Its value is shown once.',
    '  {{ binaryName }} token --email ada@example.org --name "nightly import" --expires 30d',
    '  {{ binaryName }} token --email ada@example.org --name wall --scopes videos:read,jobs:read',
    '  {{ binaryName }} token --list',
    '  {{ binaryName }} token --revoke 7',
  ]

  @flags.string({ description: 'The user: whose token it is, or whose to list' })
  declare email?: string

  @flags.string({ description: 'What the token is for' })
  declare name?: string

  @flags.string({ description: 'How long it lives, such as 12h, 30d (default: until revoked)' })
  declare expires?: string

  @flags.string({ description: 'What it may do, with commas between (--scopes=list tells them)' })
  declare scopes?: string

  @flags.boolean({ description: 'It may look at everything, and change nothing' })
  declare readOnly: boolean

  @flags.boolean({ description: 'List tokens' })
  declare list: boolean

  @flags.number({ description: 'Revoke the token of this id' })
  declare revoke?: number

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    if (this.revoke !== undefined) return this.#revoke(this.revoke)
    if (this.list) return this.#list()
    if (this.scopes === 'list') return this.#listScopes()
    await this.#create()
  }

  async #revoke(id: number) {
    const { revokeApiToken } = await import('#accounts/api_tokens')
    const { operatorAtTerminal } = await import('#accounts/actor')
    await revokeApiToken({ id, by: operatorAtTerminal() })
    if (this.json) return this.logger.log(JSON.stringify({ revoked: id }))
    this.logger.success(`Token ${id} is revoked`)
  }

  async #list() {
    const { listApiTokens } = await import('#accounts/api_tokens')
    const tokens = await listApiTokens(this.email ? await this.#user(this.email) : undefined)
    if (this.json) return this.logger.log(JSON.stringify({ tokens }, null, 2))
    const { makeTable } = await import('#app/terminal/make_table')
    const { printable } = await import('#app/terminal/printable')
    const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? 'never'
    const rows = tokens.map(({ id, name, userEmail, scopes, lastUsedAt, expiresAt }) => {
      const may = scopes.join(' ')
      return [String(id), printable(name), userEmail, may, day(lastUsedAt), day(expiresAt)]
    })
    const head = ['Id', 'Name', 'User', 'May', 'Last used', 'Expires']
    this.logger.log(makeTable(head, rows, (text) => this.colors.dim(text)))
  }

  async #listScopes() {
    const { SCOPES } = await import('#accounts/scopes')
    this.logger.log(this.json ? JSON.stringify({ scopes: SCOPES }) : SCOPES.join('\n'))
  }

  async #create() {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { lifeTimeS } = await import('#app/terminal/life_time')
    const { askedScopes } = await import('#app/terminal/asked_scopes')
    const { createApiToken } = await import('#accounts/api_tokens')
    const { operatorAtTerminal } = await import('#accounts/actor')
    if (!this.email || !this.name) {
      throw new WrongUsage(
        'Say whose token it is and what for: --email ada@example.org --name import'
      )
    }
    const expiresInS = this.expires === undefined ? null : lifeTimeS(this.expires)
    const scopes = askedScopes(this.scopes, this.readOnly)
    const user = await this.#user(this.email)
    const by = operatorAtTerminal()
    const asked = { user, name: this.name, expiresInS, scopes, by }
    const { id, value } = await createApiToken(asked)
    if (this.json) return this.logger.log(JSON.stringify({ token: { id, value } }))
    this.logger.success(`Token ${id} for ${user.email} (${user.role}), shown only now:`)
    this.logger.log(value)
  }

  async #user(email: string): Promise<User> {
    const { findUserByEmail } = await import('#app/terminal/find_user')
    return findUserByEmail(email)
  }
}
