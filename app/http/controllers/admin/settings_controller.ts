import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'
import { settingSource } from '#embedded/named_settings'
import { SETTING_GROUPS } from '#http/words/settings'
import { settingValue } from '#http/words/setting_value'

/** What this process was told when it started. */
export default class SettingsController {
  async index({ view }: HttpContext) {
    const said = env as unknown as { get(name: string): unknown }
    const groups = SETTING_GROUPS.map(({ title, settings }) => ({
      title,
      settings: settings.map((setting) => ({
        ...setting,
        value: settingValue(setting, said.get(setting.name)),
        source: settingSource(setting.name),
      })),
    }))
    return view.render('pages/admin/settings/index', { groups })
  }
}
