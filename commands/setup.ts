import { randomBytes } from 'node:crypto'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const ADMIN_EMAIL = 'admin@mediakeep.local'

/** Fills a migrated database with what every installation begins with. Safe to run again. */
export default class Setup extends BaseCommand {
  static commandName = 'setup'
  static description = 'Seed presets and schedules, and make the first administrator'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { default: SeedPresets } = await import('#presets/seed_presets')
    const { default: SeedSchedules } = await import('#scheduling/seed_schedules')
    await new SeedPresets().handle()
    await new SeedSchedules().handle(new Date())
    this.#tell(await this.#firstAdmin())
  }

  /** @returns the new administrator with a password shown only now, or null where somebody exists */
  async #firstAdmin() {
    const { default: User } = await import('#accounts/user')
    const { default: CreateUser } = await import('#accounts/create_user')
    const { mediakeep } = await import('#accounts/actor')
    if (await User.query().first()) return null
    const password = randomBytes(12).toString('base64url')
    await new CreateUser().handle({
      fullName: 'Administrator',
      email: ADMIN_EMAIL,
      password,
      role: 'admin',
      by: mediakeep('system'),
    })
    return { email: ADMIN_EMAIL, password }
  }

  #tell(admin: { email: string; password: string } | null) {
    if (this.json) return this.logger.log(JSON.stringify({ created: admin !== null, ...admin }))
    if (!admin) return this.logger.info('Everything is set up already')
    this.logger.success(`Administrator ${admin.email}, password ${admin.password} (shown only now)`)
  }
}
