import type { FfmpegSeen } from '#media/run/ffmpeg'
import { UsageCurve } from '#jobs/usage_curve'
import { noteAttempt } from '#pipeline/note_attempt'
import type { JobLease } from '#jobs/life/job_lease'

const TELL_EVERY_MS = 2_000

/** Keeps what ffmpeg says and uses with its attempt, so that people see both grow while it runs. */
export class AttemptLog {
  readonly #lease: JobLease
  readonly #curve = new UsageCurve()
  #toldAt = performance.now()
  #telling: Promise<void> = Promise.resolve()

  constructor(lease: JobLease) {
    this.#lease = lease
  }

  see({ elapsedMs, cpuS, memoryBytes, stderr }: FfmpegSeen): void {
    this.#curve.add({ atMs: elapsedMs, cpuS, memoryBytes })
    if (performance.now() - this.#toldAt < TELL_EVERY_MS) return
    this.#toldAt = performance.now()
    this.#telling = this.#tell(stderr()).catch(() => undefined)
  }

  /** The whole of it; nothing older comes after. */
  async end(stderr: string): Promise<void> {
    await this.#telling
    await this.#tell(stderr)
  }

  #tell(stderr: string): Promise<void> {
    const usage = JSON.stringify(this.#curve.usage)
    return noteAttempt(this.#lease, { usage, log: storable(stderr) })
  }
}

/** Postgres text takes no NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '')
}
