import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOMY = 'size=8g,rw'

/** The scratch folder as a disk of its own, where we may mount one: so that it can be full or read-only. */
export class ScratchMount {
  private constructor(
    readonly path: string,
    readonly isMounted: boolean
  ) {}

  static async mount(path: string): Promise<ScratchMount> {
    mkdirSync(path, { recursive: true })
    const args = ['-t', 'tmpfs', '-o', `${ROOMY},mode=755`, 'tmpfs', path]
    const isMounted = await run('mount', args).then(
      () => true,
      () => false
    )
    return new ScratchMount(path, isMounted)
  }

  /** What an earlier run left mounted. */
  static async forget(path: string): Promise<void> {
    if (isMountPoint(path)) await run('umount', ['-l', path])
  }

  /** Leaves so much room and no more. @returns false where that cannot be done */
  async leave(bytes: number): Promise<boolean> {
    if (!this.isMounted) return false
    const { stdout } = await run('df', ['--output=used', '-B1', this.path])
    const used = Number(stdout.trim().split('\n').at(-1))
    return this.#remount(`size=${used + bytes}`)
  }

  /** @returns false where something is being written, or nothing is mounted */
  async makeReadOnly(): Promise<boolean> {
    return this.isMounted && (await this.#remount('ro'))
  }

  async heal(): Promise<void> {
    if (this.isMounted) await run('mount', ['-o', `remount,${ROOMY}`, this.path])
  }

  async unmount(): Promise<void> {
    if (this.isMounted) await run('umount', ['-l', this.path])
  }

  #remount(options: string): Promise<boolean> {
    return run('mount', ['-o', `remount,${options}`, this.path]).then(
      () => true,
      () => false
    )
  }
}

function isMountPoint(path: string): boolean {
  return readFileSync('/proc/mounts', 'utf8').includes(` ${path} `)
}
