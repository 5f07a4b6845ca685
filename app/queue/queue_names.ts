import type { Lane } from '#jobs/lanes/lane'

/** How Redis and Bull Board call the queue of a lane. */
export const QUEUE_NAMES: Record<Lane, string> = {
  quick: 'quick_processing',
  encode: 'video_processing',
}
