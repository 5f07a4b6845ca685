import { Env } from '@adonisjs/core/env'
import { checksOf, SETTINGS } from '#start/settings/all'

/**
 * Every setting, validated when the application boots, all errors told at once. Each is an entry of a
 * list in start/settings with its rule and its meaning; `./ace settings`, docs/settings.md,
 * .env.example and the console's page are made from them.
 */
export default await Env.create(new URL('../', import.meta.url), checksOf(SETTINGS))
