import type { ChildProcess } from 'node:child_process'
import { WEB_FLAGS } from '#embedded/web_flags'
import { freePort } from '#tests/helpers/free_port'
import { LoggedProcess } from '#tests/helpers/logged_process'

export interface SpawnedServer {
  process: ChildProcess
  address: string
  /** What it says. */
  log: LoggedProcess
  /** Tells it to end. @returns its exit code; null by a signal */
  end(): Promise<number | null>
}

/** What Node runs. */
export interface Program {
  folder?: string
  argv: string[]
}

const AS_SUPERVISED: Program = { argv: ['--import=@poppinss/ts-exec', 'bin/server.ts'] }

/**
 * A web process of its own beside the one that tests run in, with the test's settings and those given; `PORT` among them
 * where it must be found where another was.
 */
export async function spawnServer(
  settings: Record<string, string> = {},
  program: Program = AS_SUPERVISED
): Promise<SpawnedServer> {
  const { PORT = String(await freePort()) } = settings
  const argv = [...WEB_FLAGS, ...program.argv]
  const log = new LoggedProcess(argv, { ...settings, PORT }, program.folder)
  const address = `http://127.0.0.1:${PORT}`
  await log.answering(`${address}/health/live`)
  return { process: log.child, address, log, end: () => log.end() }
}
