import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const EMAIL = /^[^\s@]+@[^\s@]+$/

/** Makes an account and a link by which its person chooses a password; also a new link for one who lost it. */
export default class UserInvite extends BaseCommand {
  static commandName = 'user:invite'
  static description = 'Invite somebody by a link that works once, or make a new link'
  static options: CommandOptions = { startApp: true }
  static help = [
    'The link is shown once: send it by any way you like.',
    '  {{ binaryName }} user:invite --email ada@example.org --name "Ada Lovelace" --role operator',
    '  {{ binaryName }} user:invite --email ada@example.org --again',
  ]

  @flags.string({ description: 'E-mail address to sign in with', required: true })
  declare email: string

  @flags.string({ description: 'Full name (default: the address)' })
  declare name?: string

  @flags.string({ description: 'viewer, operator or admin', default: 'viewer' })
  declare role: string

  @flags.boolean({ description: 'A new link for somebody who has an account' })
  declare again: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { appUrl } = await import('#config/app')
    const { user, link } = this.again ? await this.#again() : await this.#invite()
    const { secret, expiresAt } = link
    const url = new URL(`/password/${secret}`, appUrl).href
    const { id, email, role } = user
    if (this.json)
      return this.logger.log(JSON.stringify({ user: { id, email, role }, url, expiresAt }))
    this.logger.success(`A link for ${role} ${email}, good once, until ${expiresAt.toISOString()}:`)
    this.logger.log(url)
  }

  async #invite() {
    const { default: InviteUser } = await import('#accounts/invite_user')
    const { ROLES } = await import('#accounts/role')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { WrongUsage } = await import('#app/terminal/errors')
    const { email, name: fullName = email } = this
    if (!EMAIL.test(email)) throw new WrongUsage(`--email is "${email}": give an address`)
    const role = requireOneOf('--role', this.role, ROLES)
    return new InviteUser().handle({ fullName, email, role, by: operatorAtTerminal() })
  }

  async #again() {
    const { renewLink } = await import('#accounts/edit_user')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { findUserByEmail } = await import('#app/terminal/find_user')
    const { id } = await findUserByEmail(this.email)
    return renewLink({ userId: id, by: operatorAtTerminal() })
  }
}
