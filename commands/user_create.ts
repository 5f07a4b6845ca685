import { randomBytes } from 'node:crypto'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const PASSWORD_BYTES = 12
const MIN_PASSWORD_LENGTH = 10
const EMAIL = /^[^\s@]+@[^\s@]+$/

/** Makes an account; without a terminal to ask at, its password is made and shown once. */
export default class UserCreate extends BaseCommand {
  static commandName = 'user:create'
  static description = 'Create an account for the console and the API'
  static options: CommandOptions = { startApp: true }
  static help = [
    'Roles: viewer (looks), operator (starts, cancels, retries), admin (everything).',
    '  {{ binaryName }} user:create --email ada@example.org --name "Ada Lovelace" --role operator',
  ]

  @flags.string({ description: 'E-mail address to sign in with', required: true })
  declare email: string

  @flags.string({ description: 'Full name (default: the address)' })
  declare name?: string

  @flags.string({ description: 'viewer, operator or admin', default: 'viewer' })
  declare role: string

  @flags.boolean({ description: 'Make a password instead of asking for one' })
  declare generate: boolean

  @flags.boolean({ description: 'Print the result as JSON; makes a password' })
  declare json: boolean

  async run() {
    const { default: CreateUser } = await import('#accounts/create_user')
    const { ROLES } = await import('#accounts/role')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { WrongUsage } = await import('#app/terminal/errors')
    if (!EMAIL.test(this.email)) throw new WrongUsage(`--email is "${this.email}": give an address`)
    const role = requireOneOf('--role', this.role, ROLES)
    const { password, isMade } = await this.#password()
    const person = { fullName: this.name ?? this.email, email: this.email, password, role }
    const user = await new CreateUser().handle({ ...person, by: operatorAtTerminal() })
    this.#tell({ id: user.id, email: user.email, role, ...(isMade && { password }) })
  }

  async #password(): Promise<{ password: string; isMade: boolean }> {
    const canAsk = process.stdin.isTTY && !this.generate && !this.json
    if (!canAsk) {
      return { password: randomBytes(PASSWORD_BYTES).toString('base64url'), isMade: true }
    }
    const isLongEnough = (value: string) =>
      value.length >= MIN_PASSWORD_LENGTH || `At least ${MIN_PASSWORD_LENGTH} characters`
    const password = await this.prompt.secure('Password', { validate: isLongEnough })
    return { password, isMade: false }
  }

  #tell(user: { id: number; email: string; role: string; password?: string }) {
    if (this.json) return this.logger.log(JSON.stringify({ user }, null, 2))
    this.logger.success(`${user.role} ${user.email} was made`)
    if (user.password) this.logger.log(`Password (shown only now): ${user.password}`)
  }
}
