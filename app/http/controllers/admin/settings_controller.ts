import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'
import { SETTING_GROUPS } from '#start/settings/all'
import { settingValue } from '#start/settings/setting_value'
import { settingSource } from '#embedded/named_settings'

/** What this process was told when it started. */
export default class SettingsController {
  async index({ view }: HttpContext) {
    const said = env as unknown as { get(name: string): unknown }
    const groups = SETTING_GROUPS.map(({ title, settings }) => ({
      title,
      settings: Object.entries(settings).map(([name, setting]) => ({
        ...setting,
        name,
        value: settingValue(setting.rule, said.get(name)),
        source: settingSource(name),
      })),
    }))
    return view.render('pages/admin/settings/index', { groups })
  }
}
