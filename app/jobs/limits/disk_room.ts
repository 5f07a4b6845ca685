import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

const MIB = 1024 * 1024

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
}

/** A folder that is not made yet will lie where its parent does. */
async function freeIn(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return dirname(folder) === folder ? Infinity : freeIn(dirname(folder))
  }
}

function mib(bytes: number): string {
  return `${Math.floor(bytes / MIB)} MiB`
}
