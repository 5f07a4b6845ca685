import { inject } from '@adonisjs/core'
import ImportFolder from '#jobs/watched/import_folder'
import { mediakeep } from '#accounts/actor'
import { counted } from '#jobs/repair/repair'
import { MOST_LISTED, type Action, type ActionContext } from '#scheduling/action'
import type { ActionParameters } from '#scheduling/parameters'

const USUAL_MOST = 1000

/** Each file is noted with its video as it is taken in: a second begin goes on with the others. */
@inject()
export default class ImportWatchedFolder implements Action<ActionParameters['import_folder']> {
  constructor(private importFolder: ImportFolder) {}

  async run(parameters: ActionParameters['import_folder'], { signal }: ActionContext) {
    const { path, preset, pattern, afterwards, moveTo, settleS, maxFiles } = parameters
    const seen = await this.importFolder.handle({
      ...{ path, afterwards, settleS, signal, by: mediakeep('schedule') },
      preset: preset ?? null,
      pattern: pattern ?? null,
      moveTo: moveTo ?? null,
      maxFiles: maxFiles ?? USUAL_MOST,
    })
    const findings = [...seen.faults, ...seen.imported].slice(0, MOST_LISTED)
    return { words: wordsOf(seen), details: { findings } }
  }
}

function wordsOf(seen: {
  imported: object[]
  faults: { what: string }[]
  waiting: number
}): string {
  const { imported, faults, waiting } = seen
  const parts = [
    imported.length > 0 && `Imported ${counted(imported.length, 'file')}.`,
    faults.length > 0 &&
      `${counted(faults.length, 'file')} not taken: ${faults[0].what.replace(/\.$/, '')}.`,
    waiting > 0 && `${counted(waiting, 'file')} may still grow.`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : 'Nothing new.'
}
