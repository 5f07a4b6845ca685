import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { InstancePaths } from '#embedded/instance_paths'
import { endProcess } from '#embedded/machine/end_process'
import { portFor } from '#embedded/machine/free_port'
import { commandLineOf, identityOf } from '#embedded/machine/process_identity'
import { spawnServer } from '#embedded/machine/spawn_server'
import type { RunningServer, ServerOptions } from '#embedded/running_server'

const HOST = '127.0.0.1'
const STOP_MS = 20_000
const ANSWER_MS = 1_000

const filesOf = ({ redis, log }: InstancePaths) => ({
  configuration: join(redis, 'redis.conf'),
  pid: join(redis, 'redis.pid'),
  log: join(log, 'redis.log'),
})

/** Starts the private Redis, or takes the one that a killed `up` left behind. */
export async function startRedis(
  paths: InstancePaths,
  program: string,
  options: ServerOptions
): Promise<RunningServer> {
  const left = findRedis(paths)
  if (left && options.secretsAreNew) await stopRedis(paths)
  else if (left) return left

  mkdirSync(paths.redis, { recursive: true, mode: 0o700 })
  const files = filesOf(paths)
  const port = await portFor(options.wantedPort, HOST)
  writeFileSync(files.configuration, configuration(paths, port, options.password), { mode: 0o600 })
  const identity = await spawnServer({
    name: 'Redis',
    argv: [program, files.configuration],
    cwd: paths.redis,
    logFile: files.log,
    isReady: () => answersPing(port, options.password),
    signal: options.signal,
  })
  return { identity, port, host: HOST }
}

/** The running server of this instance; null when there is none. */
export function findRedis(paths: InstancePaths): RunningServer | null {
  const files = filesOf(paths)
  const pid = Number(readText(files.pid))
  const port = Number(/^port (\d+)$/m.exec(readText(files.configuration))?.[1])
  if (!pid || !port) return null

  const commandLine = commandLineOf(pid)
  const isOurs = commandLine.includes(`:${port}`) || commandLine.includes(files.configuration)
  const identity = isOurs ? identityOf(pid) : null
  return identity && { identity, port, host: HOST }
}

/** Redis writes its append-only file to the end before it goes. False when there was none. */
export async function stopRedis(paths: InstancePaths): Promise<boolean> {
  const running = findRedis(paths)
  if (running) await endProcess(running.identity, { signal: 'SIGTERM', graceMs: STOP_MS })
  return running !== null
}

export function redisUrl({ port }: RunningServer, password: string): string {
  return `redis://:${password}@${HOST}:${port}/0`
}

/** What BullMQ asks for: nothing is evicted, and what was accepted survives a crash. */
function configuration(paths: InstancePaths, port: number, password: string): string {
  const lines = [
    `bind ${HOST}`,
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${paths.redis}"`,
    `pidfile "${filesOf(paths).pid}"`,
    'daemonize no',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
  ]
  return lines.join('\n') + '\n'
}

/** False while it does not listen or still reads its files. */
function answersPing(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port, timeout: ANSWER_MS })
    const end = (isReady: boolean) => {
      socket.destroy()
      resolve(isReady)
    }
    let answer = ''
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text
      if (/\+PONG|^-/m.test(answer)) end(answer.includes('+PONG'))
    })
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`))
    socket.once('error', () => end(false)).once('timeout', () => end(false))
  })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
