import { createReadStream, existsSync, statSync, watchFile, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

export interface ShowOptions {
  /** How many of the last lines. */
  lines: number
  isFollowing: boolean
}

const POLL_MS = 300
/** More than anybody reads; the rest of a larger log is left to other tools. */
const TAIL_BYTES = 4 * 1024 * 1024

/** Prints the end of a log and, when following, what is added until the process ends. */
export async function showLog(file: string, options: ShowOptions): Promise<boolean> {
  if (!existsSync(file)) return false
  const shownTo = await printTail(file, options.lines)
  if (options.isFollowing) await follow(file, shownTo)
  return true
}

/** Answers how far it has read, in bytes. */
async function printTail(file: string, lines: number): Promise<number> {
  const { size } = statSync(file)
  const start = Math.max(0, size - TAIL_BYTES)
  const handle = await open(file)
  const { buffer } = await handle.read(Buffer.alloc(size - start), 0, size - start, start)
  await handle.close()
  const all = buffer.toString('utf8').replace(/\n$/, '').split('\n')
  const last = lines > 0 ? all.slice(-lines) : []
  if (last.length > 0) process.stdout.write(last.join('\n') + '\n')
  return size
}

/** Never settles: Ctrl-C ends it. A log that became shorter is a new one and is shown whole. */
function follow(file: string, shownTo: number): Promise<never> {
  let position = shownTo
  let printing = Promise.resolve()
  watchFile(file, { interval: POLL_MS }, ({ size }: Stats) => {
    const start = size < position ? 0 : position
    position = size
    if (size > start) printing = printing.then(() => print(file, start, size - 1))
  })
  return new Promise(() => {})
}

function print(file: string, start: number, end: number): Promise<void> {
  return pipeline(createReadStream(file, { start, end }), process.stdout, { end: false })
}
