/** Everything that is told, and when. The database tells it: see the triggers `note_...`. */
export const EVENT_TYPES = {
  'video.uploaded': 'a file was taken in and is a video',
  'video.updated':
    'its title or tags changed, it was archived or brought back, or its file was looked at anew',
  'video.deleted': 'it is gone, with its jobs and files',
  'job.queued':
    'a job was asked for, or waits anew: retried, handed back or taken from a worker that vanished',
  'job.started': 'a worker took it',
  'job.completed': 'it is done and its renditions are published',
  'job.failed': 'it failed for good; a retry queues it again',
  'job.cancelled': 'somebody cancelled it',
  'rendition.published': 'a file was published, maybe in place of an older one of its name',
  'batch.started': 'its jobs wait',
  'batch.paused': 'somebody paused it, or its jobs failed too often',
  'batch.cancelled': 'somebody cancelled it',
  'batch.completed': 'its last job ended, however it did',
  'webhook.test': 'somebody pressed the test button of a webhook',
} as const

export type EventType = keyof typeof EVENT_TYPES

export const EVENT_TYPE_NAMES = Object.keys(EVENT_TYPES) as EventType[]

export function isEventType(name: string): name is EventType {
  return Object.hasOwn(EVENT_TYPES, name)
}
