import { inject } from '@adonisjs/core'
import { Scratch } from '#jobs/repair/scratch'
import type { Finding, Repair } from '#jobs/repair/repair'

interface OwnerlessFolder extends Finding {
  folder: string
}

/** Folders of attempts that no longer run. */
@inject()
export default class OwnerlessScratch implements Repair<OwnerlessFolder> {
  readonly kind = 'ownerless_scratch'
  readonly action = 'scratch.removed'
  readonly everyS = 0

  constructor(private scratch: Scratch) {}

  async find(): Promise<OwnerlessFolder[]> {
    const folders = await this.scratch.ownerless()
    return folders.map((folder) => ({
      subject: { type: 'scratch', id: folder },
      what: `The scratch folder ${folder} belongs to no running attempt`,
      folder,
    }))
  }

  repair({ folder }: OwnerlessFolder) {
    return this.scratch.removeOwnerless(folder)
  }
}
