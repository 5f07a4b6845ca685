import { readdir, readlink } from 'node:fs/promises'
import { test } from '@japa/runner'
import { usageOf } from '#media/run/process_usage'
import { signMediaLink } from '#http/playback/media_link'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { publishedVideo } from '#tests/helpers/published_video'
import { spawnServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'

const MIB = 1024 * 1024
const READERS = 24
const SIZE_BYTES = 24 * MIB
/** All of it would be 576 MiB; each stream reads 1 MiB ahead, and what was sent is not collected at once. */
const MOST_GROWTH_BYTES = 192 * MIB

test.group('Many readers at once', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())

  test('who reads slowly costs no more memory than what is read ahead', async ({
    assert,
    cleanup,
  }) => {
    const of = await publishedVideo(SIZE_BYTES)
    const signed = signMediaLink({ videoId: of.video.id, files: ['medium'] }, 300)
    const server = await spawnServer()
    cleanup(async () => void (await server.end()))
    const address = `${server.address}/media/${signed}/medium`
    await (await fetch(address)).arrayBuffer() // warms up
    const before = await usageOf(server.process.pid!)

    const stop = new AbortController()
    cleanup(() => stop.abort())
    const bodies = await Promise.all(
      Array.from({ length: READERS }, async () => {
        const { body } = await fetch(address, { signal: stop.signal })
        return body!.getReader()
      })
    )
    await Promise.all(bodies.map((reader) => reader.read()))
    const grown = async () => {
      const { memoryBytes } = await usageOf(server.process.pid!)
      return memoryBytes - before.memoryBytes
    }
    assert.isBelow(await grown(), MOST_GROWTH_BYTES)

    const rest = await Promise.all(bodies.map(readAll))
    assert.isTrue(rest.every((sizeBytes) => sizeBytes > SIZE_BYTES - 8 * MIB))
    assert.isBelow(await grown(), MOST_GROWTH_BYTES)
    await until(async () => (await openFiles(server.process.pid!, of.rendition.fileKey)) === 0)
  })
})

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<number> {
  let sizeBytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    sizeBytes += part.value.length
  }
  return sizeBytes
}

async function openFiles(pid: number, key: string): Promise<number> {
  const names = await readdir(`/proc/${pid}/fd`)
  const targets = await Promise.all(
    names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => ''))
  )
  return targets.filter((target) => target.endsWith(key)).length
}
