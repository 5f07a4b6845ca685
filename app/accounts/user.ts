import { DateTime } from 'luxon'
import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { DbAccessTokensProvider } from '@adonisjs/auth/access_tokens'
import type { Actor, Entrance } from '#accounts/actor'
import type { Role } from '#accounts/role'

/** People recognise a token of ours, and so do scanners for secrets. */
export const TOKEN_OPTIONS = { prefix: 'mk_' } as const

/** Somebody who may sign in. */
export default class User extends compose(BaseModel, withAuthFinder(hash)) {
  static accessTokens = DbAccessTokensProvider.forModel(User, TOKEN_OPTIONS)

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare fullName: string

  @column()
  declare email: string

  @column({ serializeAs: null })
  declare password: string

  @column()
  declare role: Role

  /** Sessions of an earlier one have ended. */
  @column()
  declare sessionGeneration: number

  /** Null: invited, and has no password yet. */
  @column.dateTime()
  declare joinedAt: DateTime | null

  /** In the console. */
  @column.dateTime()
  declare signedInAt: DateTime | null

  /** Neither sessions nor tokens of somebody disabled open anything. */
  @column.dateTime()
  declare disabledAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @beforeCreate()
  static beginFirstGeneration(user: User) {
    user.sessionGeneration ??= 1
  }

  /** This person as the one who asks, through the given entrance. */
  asActor(via: Entrance): Actor {
    return { userId: this.id, name: this.fullName, via }
  }
}
