import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WEB_FLAGS } from '#embedded/web_flags'
import { until } from '#tests/helpers/until'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface SpawnedServer {
  process: ChildProcess
  address: string
  /** Tells it to end. @returns its exit code; null by a signal */
  end(): Promise<number | null>
}

/** What Node runs. */
export interface Program {
  folder: string
  argv: string[]
}

const AS_SUPERVISED: Program = {
  folder: ROOT,
  argv: ['--import=@poppinss/ts-exec', 'bin/server.ts'],
}

/** A web process of its own beside the one that tests run in, with the test's settings and those given. */
export async function spawnServer(
  settings: Record<string, string> = {},
  program: Program = AS_SUPERVISED
): Promise<SpawnedServer> {
  const port = Number(process.env.PORT) + 1
  const server = spawn(process.execPath, [...WEB_FLAGS, ...program.argv], {
    cwd: program.folder,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...settings },
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${port}`
  await until(() => isUp(address), 30_000)
  return {
    process: server,
    address,
    end: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return server.exitCode
      const gone = once(server, 'exit')
      server.kill('SIGTERM')
      await gone
      return server.exitCode
    },
  }
}

function isUp(address: string): Promise<boolean> {
  return fetch(`${address}/health/live`).then(
    (answer) => answer.ok,
    () => false
  )
}
