/** Where a video is in its life: what its jobs say, told in one word. */
export const VIDEO_STATUSES = [
  'pending',
  'queued',
  'processing',
  'completed',
  'failed',
  'cancelled',
] as const
export type VideoStatus = (typeof VIDEO_STATUSES)[number]
