import { test } from '@japa/runner'
import { Registry } from 'prom-client'
import { JobMetrics } from '#metrics/job_metrics'
import { HttpMetrics } from '#metrics/http_metrics'
import type { AttemptEnded } from '#jobs/life/attempt_ended'

const ENDED: AttemptEnded = {
  outcome: 'completed',
  jobStatus: 'completed',
  preset: 'medium',
  cause: null,
  tookS: 4,
  timings: { encode: 3000 },
  originalBytes: 1000,
  renditionBytes: 400,
}

async function labels(registry: Registry, metric: string, label: string): Promise<Set<unknown>> {
  const { values } = await registry.getSingleMetric(metric)!.get()
  return new Set(values.map((one) => (one.labels as Record<string, unknown>)[label]))
}

test.group('Labels', () => {
  test('a thousand presets make no thousand series', async ({ assert }) => {
    const registry = new Registry()
    const metrics = new JobMetrics(registry)
    for (let n = 0; n < 1000; n += 1) {
      metrics.taken({ lane: 'encode', preset: `made ${n}`, waitedS: 1 })
      metrics.ended({ ...ENDED, preset: `made ${n}` })
    }
    metrics.ended(ENDED)

    const presets = await labels(registry, 'video_jobs_processed_total', 'preset')

    assert.equal(presets.size, 32)
    assert.isTrue(presets.has('other'))
    assert.isTrue(presets.has('medium'), 'those that come along always stand for themselves')
    const sum = (await registry.getMetricsAsJSON())
      .find(({ name }) => name === 'video_jobs_processed_total')!
      .values.reduce((total, { value }) => total + value, 0)
    assert.equal(sum, 1001)
  })

  test('a cause that nobody knows is other', async ({ assert }) => {
    const registry = new Registry()
    const failed = { ...ENDED, outcome: 'failed', jobStatus: 'failed' } as const
    new JobMetrics(registry).ended({ ...failed, cause: 'disk /home/ada is full' })

    assert.deepEqual(
      [...(await labels(registry, 'video_jobs_processed_total', 'cause'))],
      ['other']
    )
  })

  test('methods that nobody knows are other, and no address is told', async ({ assert }) => {
    const registry = new Registry()
    const metrics = new HttpMetrics(registry)
    for (const method of ['GET', 'PROPFIND', 'REPORT', 'PURGE']) {
      metrics.answered({ method, pattern: null, status: 404, tookS: 0.1, sentBytes: 1 })
    }

    const methods = await labels(registry, 'http_request_duration_seconds', 'method')
    assert.sameMembers([...methods], ['GET', 'other'])
  })

  test('a job that a vanished worker had counts as what became of it', async ({ assert }) => {
    const registry = new Registry()
    const metrics = new JobMetrics(registry)
    const lost = { ...ENDED, outcome: 'lost', cause: 'WORKER_LOST' } as const
    metrics.ended({ ...lost, jobStatus: 'queued' })
    metrics.ended({ ...lost, jobStatus: 'failed' })

    const text = await registry.metrics()
    assert.include(text, 'mediakeep_leases_lost_total 2')
    assert.include(text, 'video_job_retries_total{preset="medium",cause="WORKER_LOST"} 1')
    const failed = '{status="failed",preset="medium",cause="WORKER_LOST"} 1'
    assert.include(text, `video_jobs_processed_total${failed}`)
  })
})
