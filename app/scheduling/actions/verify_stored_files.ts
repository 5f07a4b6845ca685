import { inject } from '@adonisjs/core'
import prettyBytes from 'pretty-bytes'
import VerifyFiles from '#videos/files/verify_files'
import { mediakeep } from '#accounts/actor'
import { counted } from '#jobs/repair/repair'
import { MOST_LISTED, type Action, type ActionContext } from '#scheduling/action'
import type { ActionParameters } from '#scheduling/parameters'

/** The videos that were looked at longest ago; each is noted as it is done, so that a second begin goes on. */
@inject()
export default class VerifyStoredFiles implements Action<ActionParameters['verify_files']> {
  constructor(private verifyFiles: VerifyFiles) {}

  async run(parameters: ActionParameters['verify_files'], { signal }: ActionContext) {
    const { maxVideos, areHashed, maxMinutes } = parameters
    const checked = await this.verifyFiles.handle({
      ...{ maxVideos, areHashed, maxMs: maxMinutes * 60_000 },
      ...{ signal, by: mediakeep('schedule') },
    })
    const { videos, files, sizeBytes, faults } = checked
    const looked = `${counted(files, 'file')} of ${counted(videos, 'video')}`
    const read = areHashed ? `, ${prettyBytes(sizeBytes)} read` : ''
    const found =
      faults.length === 0 ? 'all are whole' : `${faults.length} damaged: ${faults[0].what}`
    const findings = faults.slice(0, MOST_LISTED).map(({ what, videoId }) => ({ what, videoId }))
    return { words: `Checked ${looked}${read}: ${found}.`, details: { findings } }
  }
}
