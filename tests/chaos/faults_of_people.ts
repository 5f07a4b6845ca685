import { connect } from 'node:net'
import { pause, type Fault } from './fault.js'
import type { World } from './world.js'

/** Jobs that are not over, the newest first. */
function active(world: World) {
  return world.postgres.rows<{ id: string; video_id: number }>(
    `select id, video_id from jobs where status in ('queued', 'running') order by created_at desc limit 5`
  )
}

async function ours(world: World) {
  const rows = await active(world)
  const known = rows.filter(({ id }) => world.ledger.jobs.has(id))
  return known.length > 0 ? world.dice.pick(known) : null
}

/** Sends the beginning of an upload and goes away. */
export async function brokenUpload(world: World): Promise<void> {
  const { hostname, port } = new URL(world.base)
  const head = [
    'POST /api/v1/videos HTTP/1.1',
    `host: ${hostname}:${port}`,
    `authorization: Bearer ${world.token}`,
    'content-type: multipart/form-data; boundary=cut',
    'content-length: 5000000',
    '',
    '--cut',
    'content-disposition: form-data; name="video"; filename="cut.mkv"',
    'content-type: video/x-matroska',
    '',
    '',
  ]
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(head.join('\r\n'))
  socket.write(Buffer.alloc(200_000, 7))
  await pause(world.dice.between(20, 300))
  socket.destroy()
}

export const PEOPLE_FAULTS: Fault[] = [
  {
    name: 'an upload broken off',
    row: 28,
    weight: 4,
    inject: async (world) => {
      if (!(await world.isWebReady())) return 0
      await brokenUpload(world)
      return 1
    },
  },
  {
    name: 'the same request twenty times',
    row: 29,
    weight: 1,
    inject: async (world) => {
      const videos = [...world.ledger.videos.values()].filter((one) => !one.isDeleteAsked)
      if (videos.length === 0) return 0
      const { videoId } = world.dice.pick(videos)
      await Promise.all(Array.from({ length: 20 }, () => world.client.ask(videoId, 'low')))
      return 1
    },
  },
  {
    name: 'cancelled by five at once',
    row: 31,
    weight: 3,
    inject: async (world) => {
      const job = await ours(world)
      if (!job) return 0
      await Promise.all([1, 2, 3, 4, 5].map(() => world.client.cancel(job.id)))
      return 1
    },
  },
  {
    name: 'cancelled and retried in turns',
    row: 31,
    weight: 3,
    inject: async (world) => {
      const job = await ours(world)
      if (!job) return 0
      for (let turn = 0; turn < 5; turn++) {
        await Promise.all([world.client.cancel(job.id), world.client.retry(job.id)])
      }
      return 1
    },
  },
  {
    name: 'a video deleted while it is worked on',
    row: 31,
    weight: 2,
    inject: async (world) => {
      const job = await ours(world)
      if (!job || !(await canDelete(world))) return 0
      const { status } = await world.client.delete(job.video_id)
      return status === 0 || status >= 400 ? 0 : 1
    },
  },
]

let isDeletable: boolean | null = null

/** Whether the API deletes videos at all; asked with one that does not exist. */
export async function canDelete(world: World): Promise<boolean> {
  if (isDeletable === null) {
    const { status, body } = await world.client.call('DELETE', '/videos/999999999')
    if (status === 0) return false
    isDeletable = body.code === 'E_VIDEO_NOT_FOUND'
  }
  return isDeletable
}
