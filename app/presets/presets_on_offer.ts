import Preset from '#presets/preset'

/** The presets on offer, in the order in which people see them. */
export function presetsOnOffer(): Promise<Preset[]> {
  return Preset.query().whereNull('archived_at').orderBy('position')
}
