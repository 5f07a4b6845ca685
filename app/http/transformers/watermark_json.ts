import type Watermark from '#watermarks/watermark'

/** A watermark as the API tells it. */
export function watermarkJson(watermark: Watermark) {
  const self = `/api/v1/watermarks/${watermark.id}`
  return {
    id: watermark.id,
    name: watermark.name,
    width: watermark.width,
    height: watermark.height,
    size_bytes: watermark.sizeBytes,
    mime_type: watermark.mimeType,
    sha256: watermark.sha256,
    created_at: watermark.createdAt.toUTC().toISO(),
    links: { self, picture: `${self}/picture` },
  }
}
