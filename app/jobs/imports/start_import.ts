import { dirname, isAbsolute } from 'node:path'
import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import Import, { shortened } from '#jobs/imports/import'
import { ImportSourceUnclear } from '#jobs/imports/errors'
import { readAddress } from '#outbound/read_address'
import { findPresetVersion } from '#presets/find_preset_version'
import { cleanTags } from '#videos/edit_video'
import { FolderNotAllowed } from '#videos/watched/errors'
import { ImportRoots } from '#videos/watched/import_roots'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'
import type { DuplicatePolicy } from '#videos/same_bytes'

export interface ImportRequest {
  /** Either this, http or https. */
  url?: string
  /** Or that: a file below one of `IMPORT_PATHS`. */
  path?: string
  title?: string | null
  tags?: string[]
  /** Several with bars between them are tried in turn. */
  preset?: string | null
  priority?: number
  duplicate?: DuplicatePolicy
  by: Actor
}

/** Asks for a file to be fetched; a worker does it. */
@inject()
export default class StartImport {
  constructor(private roots: ImportRoots) {}

  /** @throws ImportSourceUnclear, AddressInvalid, FolderNotAllowed, PresetNotFound, TagsRefused */
  async handle(request: ImportRequest): Promise<Import> {
    const from = this.#source(request)
    const { by, preset = null } = request
    for (const name of preset?.split('|') ?? []) await findPresetVersion(name)
    return db.transaction(async (trx) => {
      const asked = {
        ...from,
        title: request.title?.trim() || null,
        tags: cleanTags(request.tags ?? []),
        preset,
        priority: request.priority ?? 0,
        duplicate: request.duplicate ?? ('allow' as const),
        requestedBy: by,
      }
      const started = await Import.create(asked, { client: trx })
      const subject = { type: 'import', id: started.id }
      const details = { from: shortened(from.address), ...(preset && { preset }) }
      await recordAudit({ by, action: 'import.started', subject, details }, trx)
      return started.refresh()
    })
  }

  /** By the words alone: names are looked up, and folders opened, where it is done. */
  #source({ url, path }: ImportRequest): Pick<Import, 'source' | 'address'> {
    if (Boolean(url) === Boolean(path)) throw new ImportSourceUnclear()
    if (url) return { source: 'url', address: readAddress(url.trim()).href }
    if (!isAbsolute(path!)) throw new FolderNotAllowed(path!, this.roots.paths)
    this.roots.check(dirname(path!))
    return { source: 'path', address: path! }
  }
}
