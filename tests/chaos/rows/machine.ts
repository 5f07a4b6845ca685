import { until } from '../../helpers/until.js'
import { hopefully, pause } from '../fault.js'
import { inject, jobOf, untilEnded, type Row } from '../row.js'

const NO_MOUNT = 'no file system may be mounted here'

export const MACHINE_ROWS: Row[] = [
  {
    row: 21,
    title: 'scratch full: attempts fail with DISK_FULL or wait, and complete when there is room',
    run: async ({ world, assert, skip }) => {
      if (!world.scratch.isMounted) return skip(NO_MOUNT)
      await until(async () => world.scratch.leave(100_000), 10_000)
      world.hit()
      const ids = await world.submit(2, 'slow')
      await hopefully(async () => {
        const jobs = await Promise.all(ids.map((id) => jobOf(world, id)))
        return jobs.some(({ causes }) => causes.length > 0 && causes.every((cause) => cause))
      }, 15_000)
      await world.scratch.heal()
      await untilEnded(world, ids)
      for (const id of ids) {
        const { status, causes } = await jobOf(world, id)
        assert.include(['completed', 'failed'], status)
        for (const cause of causes.filter(Boolean)) {
          assert.include(['DISK_FULL', 'SCRATCH_FULL', 'DISK_ERROR'], cause!)
        }
      }
    },
  },
  {
    row: 22,
    title: 'writes of ffmpeg fail: no bad file is shown',
    run: async ({ world, skip }) => {
      const ids = await world.submit(2, 'slow')
      if (!(await inject(world, 'writes of ffmpeg fail'))) skip('nothing can be traced here')
      await untilEnded(world, ids)
    },
  },
  {
    row: 23,
    title: 'scratch read-only: a clear cause, and work when it can be written again',
    run: async ({ world, assert, skip }) => {
      if (!world.scratch.isMounted) return skip(NO_MOUNT)
      if (!(await hopefully(() => world.scratch.makeReadOnly(), 10_000))) {
        return skip('scratch is never still')
      }
      world.hit()
      const ids = await world.submit(1, 'short')
      await pause(2_500)
      await world.scratch.heal()
      await untilEnded(world, ids)
      const { status, causes } = await jobOf(world, ids[0])
      assert.equal(status, 'completed', `${causes}`)
      for (const cause of causes.filter(Boolean)) {
        assert.include(['PERMISSION_DENIED', 'DISK_ERROR', 'DISK_FULL'], cause!)
      }
    },
  },
  {
    row: 37,
    title: 'an ffmpeg that gets no memory: that attempt alone dies',
    run: async ({ world, assert }) => {
      const ids = await world.submit(2, 'slow')
      assert.isTrue(await inject(world, 'no memory for ffmpeg'))
      assert.isTrue(await world.isWebReady())
      await untilEnded(world, ids)
      for (const id of ids) assert.equal((await jobOf(world, id)).status, 'completed')
    },
  },
]
