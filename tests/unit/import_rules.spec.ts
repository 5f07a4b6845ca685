import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SETUP = ['package.json', 'tsconfig.json', 'tsconfig.imports.json', '.dependency-cruiser.cjs']

/** A file that breaks each rule, by the rule's name. */
const BREAKS: Record<string, { file: string; imports: string }> = {
  'no-cycles': { file: 'app/jobs/broken_a.ts', imports: `import type {} from '#jobs/broken_b'` },
  'every-import-resolves': { file: 'app/jobs/broken_c.ts', imports: `import '#jobs/nowhere'` },
  'media-storage-and-outbound-stand-alone': {
    file: 'app/storage/broken.ts',
    imports: `import type {} from '#videos/video'`,
  },
  'media-knows-no-framework': {
    file: 'app/media/broken_a.ts',
    imports: `import '@adonisjs/core/helpers'`,
  },
  'only-media-and-embedded-spawn': {
    file: 'app/jobs/broken_d.ts',
    imports: `import { spawn } from 'node:child_process'; spawn('x')`,
  },
  'only-media-builds-ffmpeg-commands': {
    file: 'app/pipeline/broken_a.ts',
    imports: `import ffmpeg from 'fluent-ffmpeg'; ffmpeg()`,
  },
  'records-know-no-work': { file: 'app/videos/broken.ts', imports: `import '#jobs/job'` },
  'scheduling-starts-work-and-does-none': {
    file: 'app/scheduling/broken.ts',
    imports: `import '#storage/keys'`,
  },
  'what-happens-tells-itself': {
    file: 'app/jobs/broken_i.ts',
    imports: `import '#events/relay_events'`,
  },
  'events-know-no-receivers': {
    file: 'app/events/broken.ts',
    imports: `import '#outbound/errors'`,
  },
  'domain-knows-no-face': {
    file: 'app/jobs/broken_e.ts',
    imports: `import '#http/middleware/role_middleware'`,
  },
  'domain-knows-no-http': {
    file: 'app/jobs/broken_f.ts',
    imports: `import type { HttpContext } from '@adonisjs/core/http'; export type X = HttpContext`,
  },
  'faces-know-not-each-other': {
    file: 'app/http/broken.ts',
    imports: `import '#queue/redis_connection'`,
  },
  'only-metrics-says-prom-client': {
    file: 'app/jobs/broken_j.ts',
    imports: `import { Counter } from 'prom-client'; new Counter({ name: 'x', help: 'x' })`,
  },
  'metrics-know-no-other-face': {
    file: 'app/metrics/broken.ts',
    imports: `import '#http/middleware/role_middleware'`,
  },
  'only-queue-says-bullmq': {
    file: 'app/pipeline/broken_b.ts',
    imports: `import { Queue } from 'bullmq'; new Queue('x')`,
  },
  'tracing-stands-alone': { file: 'app/tracing/broken.ts', imports: `import '#jobs/job'` },
  'only-tracing-says-opentelemetry': {
    file: 'app/jobs/broken_k.ts',
    imports: `import { trace } from '@opentelemetry/api'; trace.disable()`,
  },
  'only-outbound-calls-addresses': {
    file: 'app/jobs/broken_h.ts',
    imports: `import got from 'got'; got('x')`,
  },
  'code-knows-no-tests': { file: 'app/jobs/broken_g.ts', imports: `import '#tests/bootstrap'` },
}

test.group('import rules', () => {
  test('each fails when it is broken', async ({ assert, cleanup }) => {
    const copy = await mkdtemp(join(tmpdir(), 'mediakeep-rules-'))
    cleanup(() => rm(copy, { recursive: true, force: true }))
    await copyTree(copy)
    for (const { file, imports } of Object.values(BREAKS)) await write(copy, file, imports)
    await write(copy, 'app/jobs/broken_b.ts', `import type {} from '#jobs/broken_a'`)

    const violations = await cruise(copy)

    const reported = violations.map(({ rule, from }) => `${rule.name} ${from}`)
    for (const [rule, { file }] of Object.entries(BREAKS)) {
      assert.include(reported, `${rule} ${file}`)
    }
  }).timeout(60_000)

  test('every rule is among those that were broken', async ({ assert }) => {
    const { default: config } = await import('../../.dependency-cruiser.cjs' as string)

    const names = config.forbidden.map((rule: { name: string }) => rule.name)

    assert.sameMembers(names, Object.keys(BREAKS))
  })
})

async function copyTree(copy: string) {
  for (const name of [...SETUP, 'app', 'tests/bootstrap.ts']) {
    await cp(join(ROOT, name), join(copy, name), { recursive: true })
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
}

async function write(copy: string, file: string, text: string) {
  await mkdir(dirname(join(copy, file)), { recursive: true })
  await writeFile(join(copy, file), `${text}\nexport const broken = true\n`)
}

interface Violation {
  rule: { name: string }
  from: string
}

function cruise(cwd: string): Promise<Violation[]> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [program, 'app', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64e6 }, (error, stdout) => {
      if (!stdout) return reject(error)
      resolve(JSON.parse(stdout).summary.violations)
    })
  })
}
