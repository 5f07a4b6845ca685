import { MediaError } from '#media/errors'
import { askAbilities } from '#media/run/ask_abilities'
import { checkBinaries } from '#media/run/capabilities'
import { isJailed, jailSentence } from '#media/run/jail'
import { listPresets } from '#presets/list_presets'
import { lackingFilters, lacksFor } from '#app/doctor/preset_needs'
import { ok, warning, wrong, type Diagnosis } from '#app/doctor/diagnosis'
import type { Abilities } from '#media/plan/plan_codec'
import type { MediaBinaries } from '#media/run/binaries'

const INSTALL = 'Install an ffmpeg that has it, or name one in FFMPEG_BINARY'

/** The media programs, what they can, and whether they are jailed. */
export async function checkMedia(binaries: MediaBinaries): Promise<Diagnosis[]> {
  const found = await checkPrograms(binaries)
  if (found.some(({ level }) => level === 'error')) return found
  const abilities = await askAbilities(binaries)
  return [...found, ...checkFilters(abilities), checkJail(binaries)]
}

async function checkPrograms(binaries: MediaBinaries): Promise<Diagnosis[]> {
  try {
    const { ffmpegVersion, ffprobeVersion } = await checkBinaries(binaries)
    return [ok('ffmpeg', `ffmpeg ${ffmpegVersion}, ffprobe ${ffprobeVersion}`)]
  } catch (error) {
    if (!(error instanceof MediaError)) throw error
    const names = `FFMPEG_BINARY is ${binaries.ffmpeg}, FFPROBE_BINARY is ${binaries.ffprobe}`
    return [
      wrong(
        'ffmpeg',
        `${error.message.replace(/\.$/, '')} (${names})`,
        error.remedy,
        'ffmpeg-missing'
      ),
    ]
  }
}

function checkFilters(abilities: Abilities): Diagnosis[] {
  return lackingFilters(abilities).map(({ use, missing }) => {
    const isVital = use === 'every rendition'
    const sentence = `ffmpeg lacks ${missing.join(', ')}, needed for ${use}`
    return (isVital ? wrong : warning)('ffmpeg', sentence, INSTALL, 'ffmpeg-lacks')
  })
}

function checkJail({ ffmpeg }: MediaBinaries): Diagnosis {
  const sentence = jailSentence(ffmpeg)
  if (isJailed(ffmpeg)) return ok('jail', sentence)
  return warning('jail', sentence, 'Install bubblewrap, and allow user namespaces', 'no-jail')
}

/** Presets that this ffmpeg cannot make. Asks the database which there are. */
export async function checkPresets(binaries: MediaBinaries): Promise<Diagnosis[]> {
  const abilities = await askAbilities(binaries).catch(() => null)
  if (!abilities) return []
  const versions = await listPresets()
  const lacking = versions.flatMap(({ preset, recipe }) =>
    lacksFor(recipe, abilities).map((what) =>
      warning(
        'presets',
        `The preset ${preset.name} cannot be made: ${what}`,
        INSTALL,
        'ffmpeg-lacks'
      )
    )
  )
  if (versions.length === 0) {
    return [warning('presets', 'There is no preset', 'Run ./ace setup', 'no-preset')]
  }
  return lacking.length > 0
    ? lacking
    : [ok('presets', `ffmpeg can make all ${versions.length} presets`)]
}
