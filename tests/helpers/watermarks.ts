import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import app from '@adonisjs/core/services/app'
import AddWatermark from '#watermarks/add_watermark'
import { mediakeep } from '#accounts/actor'

/** Takes a picture in as an upload would. */
export async function addWatermark(path: string, name: string | null = null) {
  const add = await app.container.make(AddWatermark)
  const originalName = basename(path)
  const by = mediakeep('system')
  return add.handle({ content: createReadStream(path), originalName, name, by })
}
