import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { until } from '#tests/helpers/until'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface SpawnedServer {
  process: ChildProcess
  address: string
  /** Tells it to end. @returns its exit code; null by a signal */
  end(): Promise<number | null>
}

/** A web process of its own beside the one that tests run in, with the test's settings and those given. */
export async function spawnServer(settings: Record<string, string> = {}): Promise<SpawnedServer> {
  const port = Number(process.env.PORT) + 1
  const server = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/server.ts'], {
    cwd: ROOT,
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
