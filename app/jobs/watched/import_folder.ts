import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { inject } from '@adonisjs/core'
import ImportFile from '#jobs/watched/import_file'
import { putAway, type Afterwards } from '#jobs/watched/put_away'
import { FileStillGrows, FolderNotAllowed } from '#videos/watched/errors'
import { ImportRoots } from '#videos/watched/import_roots'
import { folderFiles, type FolderFile } from '#videos/watched/folder_files'
import {
  forgetOthers,
  noteDone,
  noteFault,
  noteSeen,
  type SeenFile,
} from '#videos/watched/seen_files'
import { findPresetVersion } from '#presets/find_preset_version'
import type { Actor } from '#accounts/actor'

export interface ImportRequest {
  path: string
  /** Name of the preset that each video is processed with; null: none. */
  preset: string | null
  /** Such as `*.mov`; null: every file. */
  pattern: string | null
  afterwards: Afterwards['kind']
  /** Where files go that were taken in; with `move`. */
  moveTo: string | null
  /** A file must have the same size and time of change at two looks that lie so far apart. */
  settleS: number
  maxFiles: number
  by: Actor
  signal?: AbortSignal
}

export interface ImportedFolder {
  imported: { what: string; videoId: number }[]
  /** Refused or failed, also earlier where nothing changed since. */
  faults: { what: string }[]
  /** Files that were seen but may still grow. */
  waiting: number
}

/** So much two clocks may differ over a rest. */
const CLOCKS_MS = 50

interface Folder {
  path: string
  afterwards: Afterwards
}

/**
 * Takes in each file of a folder that stopped growing, exactly once, and puts it away as asked. Files that were refused
 * are not tried again before they change.
 */
@inject()
export default class ImportFolder {
  constructor(
    private roots: ImportRoots,
    private importFile: ImportFile
  ) {}

  /** @throws FolderNotAllowed, FolderNotReadable, PresetNotFound, and the signal's reason; what was taken in until then stays */
  async handle(request: ImportRequest): Promise<ImportedFolder> {
    if (request.preset) await findPresetVersion(request.preset)
    const folder = await this.#open(request)
    const first = await look(folder, request)
    const mayRest = first.some(({ seen }) => isResting(seen, request.settleS))
    if (mayRest)
      await delay(request.settleS * 1000 + CLOCKS_MS, undefined, { signal: request.signal })
    const entries = mayRest ? await look(folder, request) : first
    await forgetOthers(
      folder.path,
      entries.map(({ seen }) => seen.id)
    )
    const result: ImportedFolder = { imported: [], faults: [], waiting: 0 }
    for (const entry of entries) {
      request.signal?.throwIfAborted()
      await this.#take({ folder, ...entry }, request, result)
    }
    return result
  }

  async #open({ path, afterwards, moveTo }: ImportRequest): Promise<Folder> {
    const real = await this.roots.open(path)
    if (afterwards !== 'move') return { path: real, afterwards: { kind: afterwards } }
    const to = await this.roots.open(moveTo ?? '')
    if (to === real)
      throw new FolderNotAllowed(`${moveTo} (the watched folder itself)`, this.roots.paths)
    return { path: real, afterwards: { kind: 'move', to } }
  }

  async #take(entry: Entry & { folder: Folder }, request: ImportRequest, result: ImportedFolder) {
    const { seen, file } = entry
    switch (dutyOf(seen, request, result)) {
      case 'tell':
        return fault(result, file, seen.error!)
      case 'wait':
        return void (result.waiting += 1)
      case 'finish':
        return this.#try(entry, request, result)
    }
  }

  async #try(entry: Entry & { folder: Folder }, request: ImportRequest, result: ImportedFolder) {
    const { seen, file } = entry
    try {
      await this.#finish(entry, request, result)
    } catch (error) {
      request.signal?.throwIfAborted()
      if (error instanceof FileStillGrows) return void (result.waiting += 1)
      const { message } = error as Error
      await noteFault(seen.id, isOfTheFile(error) ? 'refused' : 'failed', message)
      fault(result, file, message)
    }
  }

  /** Also what a crash left half done. */
  async #finish(
    { folder, seen, file }: Entry & { folder: Folder },
    request: ImportRequest,
    result: ImportedFolder
  ) {
    const { preset, by } = request
    const path = join(folder.path, file.name)
    const videoId = await this.importFile.handle({ path, file, seen, preset, by })
    await putAway(folder.path, file, folder.afterwards)
    await noteDone(seen.id)
    if (videoId !== null) result.imported.push({ what: file.name, videoId })
  }
}

/** What is to be done with a file now. */
function dutyOf(
  seen: SeenFile,
  { settleS, maxFiles }: ImportRequest,
  { imported }: ImportedFolder
): 'nothing' | 'tell' | 'wait' | 'finish' {
  if (seen.status === 'refused') return 'tell'
  if (seen.status === 'imported') return seen.isDone ? 'nothing' : 'finish'
  return isResting(seen, settleS) || imported.length >= maxFiles ? 'wait' : 'finish'
}

interface Entry {
  file: FolderFile
  seen: SeenFile
}

async function look({ path }: Folder, { pattern }: ImportRequest): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const file of await folderFiles(path, pattern)) {
    entries.push({ file, seen: await noteSeen(path, file) })
  }
  return entries
}

function isResting({ status, restedS }: SeenFile, settleS: number): boolean {
  return status === 'seen' && restedS < settleS
}

/** Whether the file itself cannot be taken; all else may be better next time. */
function isOfTheFile(error: unknown): boolean {
  const status = (error as { status?: number }).status
  return status === 413 || status === 422
}

function fault(result: ImportedFolder, { name }: FolderFile, error: string) {
  result.faults.push({ what: error.includes(name) ? error : `${name}: ${error}` })
}
