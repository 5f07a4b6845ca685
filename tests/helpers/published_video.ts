import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import Rendition from '#videos/rendition'
import { findPresetVersion } from '#presets/find_preset_version'
import { MediaStore } from '#storage/media_store'
import { makeVideo } from '#tests/helpers/make_video'

/** A video with one rendition of random bytes, for what is only about bytes. */
export async function publishedVideo(sizeBytes: number, title?: string) {
  const bytes = randomBytes(sizeBytes)
  const video = await makeVideo({ title })
  const version = await findPresetVersion('medium')
  const store = await app.container.make(MediaStore)
  const fileKey = `renditions/${video.id}/${randomBytes(8).toString('hex')}/medium.mp4`
  const path = await store.newIncomingPath()
  await writeFile(path, bytes)
  await store.keep(path, fileKey)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const rendition = await Rendition.create({
    videoId: video.id,
    presetVersionId: version.id,
    name: 'medium',
    fileKey,
    mimeType: 'video/mp4',
    sizeBytes,
    sha256,
    files: [{ name: 'medium.mp4', key: fileKey, sizeBytes, sha256, mimeType: 'video/mp4' }],
    durationS: 1,
    decision: 'encode',
    reason: 'made for a test',
    proof: {} as Rendition['proof'],
  })
  return { video, rendition, bytes, path: `/api/v1/videos/${video.id}/renditions/medium` }
}
