import { rm } from 'node:fs/promises'
import { inject } from '@adonisjs/core'
import FetchAddress, { type FetchedFile } from '#jobs/imports/fetch_address'
import { ImportTaken, type ImportWatch } from '#jobs/imports/import_watch'
import { noteImport } from '#jobs/imports/import_lease'
import ReadServerFile from '#jobs/imports/read_server_file'
import IngestVideo from '#videos/ingest_video'
import type Import from '#jobs/imports/import'
import type Video from '#videos/video'

/** Brings the file of an import and makes a video of it, once. */
@inject()
export default class TakeImport {
  constructor(
    private fetchAddress: FetchAddress,
    private readServerFile: ReadServerFile,
    private ingest: IngestVideo
  ) {}

  /** @throws as FetchAddress, ReadServerFile and IngestVideo; ImportTaken where the lease was lost */
  async handle(row: Import, path: string, watch: ImportWatch): Promise<Video> {
    const from = row.source === 'url' ? this.fetchAddress : this.readServerFile
    const file = await from.handle(row, path, watch)
    Object.assign(watch.at, { status: 'examining', receivedBytes: file.sizeBytes })
    await watch.renew()
    const { video, duplicateOf } = await this.#ingest(row, file)
    await rm(path, { force: true })
    await noteImport(row, { duplicate_of: duplicateOf })
    return video
  }

  #ingest(row: Import, file: FetchedFile) {
    const { originalName } = file
    return this.ingest.take(file, {
      ...{ originalName, title: row.title, tags: row.tags },
      ...{ by: row.requestedBy, duplicate: row.duplicate },
      alongside: async (video, trx) => {
        const rows = await trx
          .from('imports')
          .where({ id: row.id, lease_token: row.leaseToken })
          .whereNull('finished_at')
          .update({ video_id: video.id, total_bytes: file.sizeBytes }, ['id'])
        if (rows.length === 0) throw new ImportTaken()
      },
    })
  }
}
