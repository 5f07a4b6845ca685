import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { programPath } from '#embedded/machine/ensure_programs'
import { runProgram } from '#embedded/machine/run_program'
import { promtool } from '#tests/helpers/monitoring_expressions'
import { MONITORING } from '#tests/helpers/prometheus'
import { figuresOf, rowOf } from './figures.js'

const TESTS = app.makePath('tests/deployment/monitoring/alerts_test.yml')

function read(name: string): Promise<string> {
  return readFile(join(MONITORING, name), 'utf8')
}

async function alerts(): Promise<string[]> {
  const rules = await read('alerts.yml')
  return [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name)
}

/** Each service as `config` tells it, by its name; its words differ little between versions of compose. */
async function composeServices(...args: string[]): Promise<Map<string, string>> {
  const program = programPath('docker-compose', process.env as Record<string, string>)!
  const file = ['--file', app.makePath('docker-compose.yml')]
  const env = { ...process.env, APP_KEY: 'a'.repeat(32), POSTGRES_PASSWORD: 'b'.repeat(32) }
  const options = { cwd: app.makePath(), env }
  const { output, transcript } = await runProgram([program, ...file, ...args, 'config'], options)
  const all = output.match(/^services:\n((?: .*\n)+)/m)
  if (!all) throw new Error(transcript)
  const blocks = all[1].split(/^ {2}(?=\w)/m).filter((block) => block.trim() !== '')
  return new Map(blocks.map((block) => [block.slice(0, block.indexOf(':')), block]))
}

test.group('What operators get for Prometheus', () => {
  test('is understood by promtool: configuration, rules', async ({ assert }) => {
    const { exitCode, transcript } = await promtool(['check', 'config', 'prometheus.yml'])

    assert.equal(exitCode, 0, transcript)
    assert.match(transcript, /\d+ rules found/)
  })

  test('has alerts that fire when they must, and only then', async ({ assert }) => {
    const { exitCode, transcript } = await promtool(['test', 'rules', TESTS])

    assert.equal(exitCode, 0, transcript)
  })

  test('tries every alert, and each has a remedy that the page beside it explains', async ({
    assert,
  }) => {
    const [tried, rules, page] = [
      await readFile(TESTS, 'utf8'),
      await read('alerts.yml'),
      await read('README.md'),
    ]
    const names = await alerts()

    assert.isAbove(names.length, 15)
    assert.lengthOf(rules.match(/summary: /g)!, names.length)
    for (const name of names) {
      assert.include(tried, name)
      assert.include(rules, `docs/monitoring/README.md#${name.toLowerCase()}`)
      assert.include(page, `\n### ${name}\n`)
    }
  })

  test('explains each figure that a process tells, and no other', async ({ assert }) => {
    const page = await read('README.md')
    const rows = page.match(/^\| `\w+` \(\w+\) .*$/gm)

    const figures = await figuresOf('web')

    assert.deepEqual(rows, figures.map(rowOf))
  })
})

test.group('What operators get for Grafana', () => {
  test('the dashboard asks the data source that is provisioned, and no panel has the id of another', async ({
    assert,
  }) => {
    const dashboard = JSON.parse(await read('grafana/dashboards/mediakeep.json'))
    const sources = await read('grafana/provisioning/datasources/prometheus.yml')
    const panels: { id: number; type: string; datasource?: { uid: string } }[] = dashboard.panels

    const uids = new Set(panels.flatMap(({ datasource }) => datasource?.uid ?? []))
    assert.deepEqual([...uids], ['mediakeep-prometheus'])
    assert.include(sources, 'uid: mediakeep-prometheus')
    assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length)
  })
})

test.group('The profile monitoring', () => {
  test('is asked for by name, and what it runs is bounded, watched and for this machine alone', async ({
    assert,
  }) => {
    const services = await composeServices('--profile', 'monitoring')

    for (const name of ['prometheus', 'grafana']) {
      const service = services.get(name)!
      assert.match(service, /profiles:\n +- monitoring\n/)
      assert.match(service, /mem_limit: /)
      assert.match(service, /healthcheck:/)
      assert.match(service, /image: .+:v?\d+\.\d+\.\d+/)
      assert.match(service, /ports:\n(.*\n)*?.*127\.0\.0\.1/)
    }
  })

  test('publishes no port of metrics', async ({ assert }) => {
    const services = await composeServices('--profile', 'monitoring')

    assert.match(services.get('worker')!, /METRICS_PORT: '?"?9464/)
    for (const [name, service] of services) {
      assert.notInclude(service.split(/^ {4}ports:/m)[1] ?? '', '9464', name)
    }
  })
})
