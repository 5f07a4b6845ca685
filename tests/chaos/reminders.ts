import { Queue } from 'bullmq'
import type { World } from './world.js'

const QUEUES = { quick: 'quick_processing', encode: 'video_processing' }
const ON_THEIR_WAY = ['waiting', 'delayed', 'active', 'prioritized'] as const

/** Reminders of jobs that ended, and locks on them. */
export async function remindersLeft(world: World): Promise<string[]> {
  const locks = await world.redis.ask((redis) => redis.keys('bull:*:lock'))
  const left = await eachQueue(world, async (queue) => {
    const entries = await queue.getJobs([...ON_THEIR_WAY])
    return entries.filter(Boolean).map(({ id }) => `reminder ${id}`)
  })
  return [...left, ...locks]
}

/** Every job that waits is reminded of so many times more. @returns how many reminders that made */
export async function doubleReminders(world: World, times: number): Promise<number> {
  const jobs = await world.postgres.rows<{ id: string; lane: 'quick' | 'encode' }>(
    `select id, lane from jobs where status in ('queued', 'running')`
  )
  const sent = await eachQueue(world, async (queue) => {
    const those = jobs.filter(({ lane }) => QUEUES[lane] === queue.name)
    const entries = those.flatMap(({ id }) =>
      Array.from({ length: times }, () => ({ name: 'process', data: { jobId: id } }))
    )
    return (await queue.addBulk(entries)).map(({ id }) => String(id))
  })
  return sent.length
}

async function eachQueue(world: World, ask: (queue: Queue) => Promise<string[]>) {
  const answers: string[] = []
  for (const name of Object.values(QUEUES)) {
    const connection = { url: world.redis.url, maxRetriesPerRequest: 1 }
    const queue = new Queue(name, { connection })
    queue.on('error', () => undefined)
    try {
      answers.push(...(await ask(queue)))
    } finally {
      await queue.close()
    }
  }
  return answers
}
