import { defineConfig } from '@adonisjs/auth'
import { sessionGuard } from '@adonisjs/auth/session'
import { tokensGuard } from '@adonisjs/auth/access_tokens'
import { configProvider } from '@adonisjs/core'
import type { Authenticators, InferAuthenticators, InferAuthEvents } from '@adonisjs/auth/types'

const bySession = configProvider.create(async () => {
  const { PeopleBySession } = await import('#accounts/signed_in_people')
  return new PeopleBySession()
})

const byToken = configProvider.create(async () => {
  const { PeopleByToken } = await import('#accounts/signed_in_people')
  return new PeopleByToken()
})

/** People sign in to the console with a session; programs call the API with a bearer token. */
const authConfig = defineConfig({
  default: 'web',
  guards: {
    web: sessionGuard({ useRememberMeTokens: false, provider: bySession }),
    api: tokensGuard({ provider: byToken }),
  },
})

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}
declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
