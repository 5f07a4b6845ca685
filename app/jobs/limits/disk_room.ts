import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

const MIB = 1024 * 1024

/** The disk under a folder. */
export interface Room {
  name: string
  freeBytes: number
  totalBytes: number
}

/** Whether there is room to work at all: below the mark every job would only fail. */
export class DiskRoom {
  /**
   * @param folders by the names that people know them by
   * @param leastBytes 0: never too little
   */
  constructor(
    private readonly folders: Record<string, string>,
    private readonly leastBytes: number
  ) {}

  /** Why no work is taken, with both numbers; null where there is room. A folder that does not answer has room. */
  async shortage(): Promise<string | null> {
    for (const [name, folder] of Object.entries(this.folders)) {
      const freeBytes = await freeIn(folder)
      if (freeBytes >= this.leastBytes) continue
      const numbers = `${mib(freeBytes)} free, LOW_DISK asks for ${mib(this.leastBytes)}`
      return `${name} (${folder}) has too little room: ${numbers}`
    }
    return null
  }

  /** Of each folder; those that do not answer are left out. */
  async rooms(): Promise<Room[]> {
    const names = Object.entries(this.folders)
    const found = await Promise.all(names.map(([, folder]) => roomIn(folder)))
    return found.flatMap((room, at) => (room ? [{ name: names[at][0], ...room }] : []))
  }
}

async function freeIn(folder: string): Promise<number> {
  return (await roomIn(folder))?.freeBytes ?? Infinity
}

/** A folder that is not made yet will lie where its parent does. Null where none answers. */
async function roomIn(folder: string): Promise<Omit<Room, 'name'> | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return dirname(folder) === folder ? null : roomIn(dirname(folder))
  }
}

function mib(bytes: number): string {
  return `${Math.floor(bytes / MIB)} MiB`
}
