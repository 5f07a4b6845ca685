import { AccessTokensLucidUserProvider } from '@adonisjs/auth/access_tokens'
import { SessionLucidUserProvider } from '@adonisjs/auth/session'
import type User from '#accounts/user'

const model = () => import('#accounts/user')

/**
 * Finds who a session belongs to. A session says `user.generation`: raising the user's generation ends every session
 * made before, wherever it is kept.
 */
export class PeopleBySession extends SessionLucidUserProvider<typeof User> {
  constructor() {
    super({ model })
  }

  async createUserForGuard(user: User) {
    await super.createUserForGuard(user)
    return { getId: () => `${user.id}.${user.sessionGeneration}`, getOriginal: () => user }
  }

  async findById(identifier: string | number | BigInt) {
    const said = /^(\d{1,9})\.(\d{1,9})$/.exec(String(identifier))
    if (!said) return null
    const user = await (await this.getModel()).find(Number(said[1]))
    const isOver = !user || user.disabledAt || user.sessionGeneration !== Number(said[2])
    return isOver ? null : this.createUserForGuard(user)
  }
}

/** Finds whose an API token is; nobody's where the person is disabled. */
export class PeopleByToken extends AccessTokensLucidUserProvider<'accessTokens', typeof User> {
  constructor() {
    super({ model, tokens: 'accessTokens' })
  }

  async findById(identifier: string | number | BigInt) {
    const found = await super.findById(identifier)
    return found?.getOriginal().disabledAt ? null : found
  }
}
