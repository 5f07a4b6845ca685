import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { end, startWeb, startWorker, waitUntilServed } from '#embedded/served_web'
import { portFor } from '#embedded/machine/free_port'
import { requireEmptyDatabase } from '#app/terminal/bench/bench_world'
import { benchTabs, type TabsCost, type TabsRequest } from '#app/terminal/bench/console/tabs_bench'

const HOST = '127.0.0.1'

/** A console and a worker of their own, for as long as it takes. @throws WrongUsage where the database is not empty */
export async function benchServedTabs(
  request: Pick<TabsRequest, 'tabs' | 'rounds' | 'signal' | 'onRound'>
): Promise<TabsCost> {
  await requireEmptyDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'mediakeep-bench-'))
  const env = await settings()
  const logFolder = join(env.MEDIAKEEP_VAR ?? app.makePath('var'), 'log')
  await mkdir(logFolder, { recursive: true })
  const own = { root: app.makePath(), logFolder, env }
  const running = [startWeb(own), startWorker(own)]
  try {
    await waitUntilServed(env, request.signal)
    return await benchTabs({ ...request, url: env.APP_URL!, webPid: running[0].pid!, folder })
  } finally {
    await Promise.all(running.map(end))
    await rm(folder, { recursive: true, force: true })
  }
}

async function settings(): Promise<NodeJS.ProcessEnv> {
  const port = await portFor(null, HOST)
  return {
    ...process.env,
    ...{ NODE_ENV: 'production', LOG_LEVEL: 'error', SESSION_DRIVER: 'cookie' },
    ...{ HOST, PORT: String(port), APP_URL: `http://${HOST}:${port}` },
  }
}
