import { makeTable } from '#app/terminal/make_table'
import { printable } from '#app/terminal/printable'
import type Watermark from '#watermarks/watermark'

/** A watermark as scripts read it. */
export function watermarkView({ id, name, width, height, sizeBytes, mimeType }: Watermark) {
  return { id, name, width, height, sizeBytes, mimeType }
}

/** As people read them. */
export function watermarkTable(
  views: ReturnType<typeof watermarkView>[],
  dim: (text: string) => string
): string {
  const rows = views.map(({ id, name, width, height, sizeBytes }) => {
    return [printable(name), `${width}x${height}`, `${Math.ceil(sizeBytes / 1024)} KiB`, id]
  })
  return makeTable(['Name', 'Pixels', 'Size', 'Id'], rows, dim)
}
