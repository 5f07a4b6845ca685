import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DbAccessTokensProvider } from '@adonisjs/auth/access_tokens'
import User, { TOKEN_OPTIONS } from '#accounts/user'
import { recordAudit } from '#accounts/audit'
import { ApiTokenNotFound, UserDisabled } from '#accounts/errors'
import { leastScopes, type Scope } from '#accounts/scopes'
import type { Actor } from '#accounts/actor'

const TABLE = 'auth_access_tokens'
const MAX_ID = 2_147_483_647

/** A program's key to the API, without its secret. */
export interface ApiToken {
  id: number
  /** What it is for, in the words of whoever made it. */
  name: string
  userId: number
  userEmail: string
  scopes: Scope[]
  createdAt: Date
  lastUsedAt: Date | null
  /** Null: never. */
  expiresAt: Date | null
}

export interface NewApiToken {
  /** Whose role the token has. */
  user: User
  name: string
  /** Null: until it is revoked. */
  expiresInS: number | null
  /** Left out: what its user's role may do. */
  scopes?: Scope[]
  by: Actor
}

/**
 * Makes a token.
 *
 * @returns its id, and its value, which is told only now: the database keeps a hash
 * @throws UserDisabled
 */
export async function createApiToken(request: NewApiToken): Promise<{ id: number; value: string }> {
  const { name, expiresInS, by } = request
  const scopes = leastScopes(request.scopes ?? ['admin'])
  return db.transaction(async (trx) => {
    const user = await enabledUser(request.user.id, trx)
    const token = await new TokensWithin(trx).create(user, scopes, {
      name,
      ...(expiresInS !== null && { expiresIn: expiresInS }),
    })
    const id = Number(token.identifier)
    const details = { name, userId: user.id, expiresInS, scopes }
    await recordAudit({ by, action: 'token.created', subject: { type: 'token', id }, details }, trx)
    return { id, value: token.value!.release() }
  })
}

/** Makes tokens in a transaction of ours. */
class TokensWithin extends DbAccessTokensProvider<typeof User> {
  constructor(private readonly trx: TransactionClientContract) {
    super({ tokenableModel: User, ...TOKEN_OPTIONS })
  }

  protected async getDb() {
    return this.trx
  }
}

/** Locked, so that whoever disables them meanwhile finds the token and ends it. */
async function enabledUser(id: number, trx: TransactionClientContract): Promise<User> {
  const user = await User.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
  if (user.disabledAt) throw new UserDisabled(user.fullName)
  return user
}

/** The tokens of a user, or everybody's, the newest first; expired ones too. */
export async function listApiTokens(user?: User): Promise<ApiToken[]> {
  const rows = await db
    .from(TABLE)
    .join('users', 'users.id', `${TABLE}.tokenable_id`)
    .select(`${TABLE}.*`, 'users.email')
    .if(user, (query) => query.where('tokenable_id', user!.id))
    .orderBy(`${TABLE}.id`, 'desc')
  return rows.map(tokenOf)
}

/** Ends a token at once; where `user` is given, only one of theirs. @throws ApiTokenNotFound */
export async function revokeApiToken(of: { id: number; user?: User; by: Actor }): Promise<void> {
  const { id, user, by } = of
  if (!Number.isInteger(id) || id < 1 || id > MAX_ID) throw new ApiTokenNotFound(id)
  await db.transaction(async (trx) => {
    const [revoked] = await trx
      .query()
      .from(TABLE)
      .where({ id, ...(user && { tokenable_id: user.id }) })
      .delete(['name', 'tokenable_id'])
    if (!revoked) throw new ApiTokenNotFound(id)
    const details = { name: revoked.name, userId: revoked.tokenable_id }
    await recordAudit({ by, action: 'token.revoked', subject: { type: 'token', id }, details }, trx)
  })
}

function tokenOf(row: Record<string, unknown>): ApiToken {
  return {
    id: row.id as number,
    name: (row.name as string | null) ?? '',
    userId: row.tokenable_id as number,
    userEmail: row.email as string,
    scopes: leastScopes(JSON.parse(row.abilities as string)),
    createdAt: row.created_at as Date,
    lastUsedAt: row.last_used_at as Date | null,
    expiresAt: row.expires_at as Date | null,
  }
}
