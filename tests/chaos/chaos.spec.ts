import { test } from '@japa/runner'
import { judge } from './judge.js'
import { NOT_HERE } from './not_here.js'
import { chaosPlan } from './plan.js'
import { ROWS } from './rows.js'
import { Session } from './session.js'
import { soak } from './soak.js'
import { spoil } from './spoil.js'

const ROW_MS = 600_000
const FAULTS_A_ROUND = 40
const plan = chaosPlan()
const isAsked = (name: string) => plan.only === null || plan.only === name
const rows = ROWS.filter(({ row, isShort }) =>
  plan.only === null ? isShort || !plan.isShort : plan.only === String(row)
)

/** Goes by the console: whoever waits half an hour wants to see it move. */
function say(line: string) {
  if (!plan.isShort || process.env.CHAOS_FULL) console.log(line)
}

test.group('chaos | the judge', () => {
  test('sees what is lost, doubled and left over', async ({ assert }) => {
    const { world, reference } = await Session.current()
    const { jobId, videoId } = [...world.ledger.jobs.values()][0]
    const look = () => judge(world, reference, { cleanWithinMs: 1_000 })
    const undo = await spoil(world, { jobId, videoId })
    const { lost, doubled, leftOver } = await look()
    await undo()

    assert.lengthOf(lost, 2, lost.join('; '))
    assert.lengthOf(doubled, 1, doubled.join('; '))
    assert.lengthOf(leftOver, 2, leftOver.join('; '))
    const after = await look()
    assert.deepEqual([...after.lost, ...after.doubled, ...after.leftOver], [])
  }).timeout(ROW_MS)
})

test.group('chaos | rows', () => {
  for (const { row, title, run } of rows) {
    test(`row ${row}: ${title}`, async ({ assert }) => {
      const session = await Session.current()
      const before = session.world.injected
      const startedAt = Date.now()
      const skip = (why: string) => void session.notRun.push(`row ${row}: ${why}`)
      try {
        await run({ world: session.world, assert, skip })
      } finally {
        const verdict = await session.judge()
        const seconds = Math.round((Date.now() - startedAt) / 1000)
        const faults = session.world.injected - before
        const found = [...verdict.lost, ...verdict.doubled, ...verdict.leftOver]
        say(`row ${row}: ${title} | ${faults} faults, ${found.length} findings, ${seconds} s`)
        for (const one of found) say(`  ${one}`)
        assert.deepEqual(found, [])
      }
    }).timeout(ROW_MS)
  }
})

test.group('chaos | soak', (group) => {
  group.teardown(async () => {
    if (!Session.isStarted) return
    const session = await Session.current()
    if (!plan.isShort) for (const [row, why] of NOT_HERE) session.notRun.push(`row ${row}: ${why}`)
    for (const line of session.notRun) console.log(`NOT RUN: ${line}`)
    for (const line of session.findings) console.log(`FOUND: ${line}`)
    console.log(`chaos (seed ${plan.seed}): ${session.line()}`)
    await session.stop()
  })

  test('whatever dies at random, every job ends once and nothing is left', async ({ assert }) => {
    const session = await Session.current()
    const { world } = session
    const endsAt = Date.now() + plan.minutes * 60_000
    const wanted = isAsked('soak') ? (plan.faults ?? Infinity) : 0
    while (world.injected < wanted && Date.now() < endsAt) {
      const faults = Math.min(FAULTS_A_ROUND, wanted - world.injected)
      const done = await soak(world, { faults, until: endsAt, isShort: plan.isShort })
      const verdict = await session.judge()
      say(`soak: ${JSON.stringify(done)} | ends ${JSON.stringify(verdict.ends)}`)
      for (const one of session.findings) say(`  ${one}`)
    }
    const { ends } = await session.judge({ isFinal: true })
    say(`ends: ${JSON.stringify(ends)}; ${world.fleet.failedStarts} failed starts`)
    for (const one of world.fleet.unexpected) console.log(`UNEXPECTED: ${one}`)
    assert.deepEqual(session.findings, [])
    assert.deepEqual(world.fleet.unexpected, [])
  }).timeout(plan.minutes * 60_000 + ROW_MS)
})
