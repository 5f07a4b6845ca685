import { inject } from '@adonisjs/core'
import { Scratch } from '#jobs/repair/scratch'
import { counted } from '#jobs/repair/repair'
import type { Action } from '#scheduling/action'

@inject()
export default class CleanScratch implements Action<object> {
  constructor(private scratch: Scratch) {}

  async run() {
    const removed = await this.scratch.clean()
    const words =
      removed === 0 ? 'Scratch was clean.' : `Removed ${counted(removed, 'scratch folder')}.`
    return { words }
  }
}
