import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { programPath } from '#embedded/machine/ensure_programs'
import { freePort } from '#tests/helpers/free_port'
import { until } from '#tests/helpers/until'

/** Where the files that operators get lie. */
export const MONITORING = app.makePath('docs/monitoring')

export interface Sample {
  labels: Record<string, string>
  value: number
}

/** A real Prometheus of the test's own, with the rules of ours, that looks each half second. */
export class RunningPrometheus {
  private constructor(
    private readonly address: string,
    readonly end: () => Promise<void>
  ) {}

  /** @param targets addresses by the name of their job */
  static async start(targets: Record<string, string[]>): Promise<RunningPrometheus> {
    const folder = await mkdtemp(join(tmpdir(), 'mediakeep-prometheus-'))
    await writeFile(join(folder, 'prometheus.json'), JSON.stringify(configuration(targets)))
    const port = await freePort()
    const argv = [
      `--config.file=${join(folder, 'prometheus.json')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ]
    const server = spawn(programPath('prometheus', process.env as Record<string, string>)!, argv, {
      stdio: 'ignore',
    })
    const address = `http://127.0.0.1:${port}`
    const isReady = () =>
      fetch(`${address}/-/ready`).then(
        ({ ok }) => ok,
        () => false
      )
    await until(isReady, 30_000)
    return new RunningPrometheus(address, async () => {
      const gone = once(server, 'exit')
      server.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true })
    })
  }

  /** @throws with the words of Prometheus where it cannot evaluate that */
  async query(expr: string): Promise<Sample[]> {
    const { result } = await this.#ask('query', { query: expr })
    const found = result as { metric: Record<string, string>; value: [number, string] }[]
    return found.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }))
  }

  /** The only number that comes out; null where nothing does. */
  async number(expr: string): Promise<number | null> {
    const [sample] = await this.query(expr)
    return sample?.value ?? null
  }

  /** Labels of the series that fit a selector. */
  async series(selector: string): Promise<Record<string, string>[]> {
    return (await this.#ask('series', { 'match[]': selector })) as never
  }

  /** The rules as they were read, with what came of evaluating them. */
  async rules(): Promise<{ name: string; query: string; health: string; lastError?: string }[]> {
    const { groups } = await this.#ask('rules', {})
    return (groups as { rules: never[] }[]).flatMap(({ rules }) => rules)
  }

  async #ask(what: string, by: Record<string, string>): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.address}/api/v1/${what}?${new URLSearchParams(by)}`)
    const said = (await answer.json()) as { status: string; error?: string; data: never }
    if (said.status !== 'success') throw new Error(`${Object.values(by)}: ${said.error}`)
    return said.data
  }
}

function configuration(targets: Record<string, string[]>) {
  return {
    global: { scrape_interval: '500ms', scrape_timeout: '500ms', evaluation_interval: '1s' },
    rule_files: [join(MONITORING, 'alerts.yml')],
    scrape_configs: Object.entries(targets).map(([name, addresses]) => ({
      job_name: name,
      static_configs: [{ targets: addresses }],
    })),
  }
}
