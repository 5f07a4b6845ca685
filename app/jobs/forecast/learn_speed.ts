import db from '@adonisjs/lucid/services/db'
import { CLASS_COLUMNS, hostIn } from '#jobs/forecast/speed_class'

/** How much the newest job counts once there are some. */
const NEWEST = 0.2

/**
 * Learns from a job that has just completed how quick such work is, pauses left out. The first ones count alike, later
 * ones fade. Call it once for each completion.
 */
export async function learnSpeed(jobId: string): Promise<void> {
  await db.rawQuery(LEARN, { jobId })
}

const LEARN = `
  with done as (
    select jobs.lane, ${CLASS_COLUMNS}, ${hostIn('attempts.worker_id')} as host,
      (select sum(value::float8) from jsonb_each_text(attempts.timings)) / 1000 as seconds
    from attempts
    join jobs on jobs.id = attempts.job_id
    join videos on videos.id = jobs.video_id
    where attempts.job_id = :jobId and attempts.status = 'completed' and attempts.timings is not null
    order by attempts.number desc limit 1
  )
  insert into speeds (work, pixels, codec, host, mean)
  select level.*, seconds / units from done cross join lateral (values
    (work, pixels, codec, host), (work, pixels, codec, ''), (work, '', '', ''),
    ('lane:' || lane, '', '', '')) as level (work, pixels, codec, host)
  on conflict (work, pixels, codec, host) do update set
    mean = speeds.mean + greatest(${NEWEST}, 1.0 / (speeds.samples + 1)) * (excluded.mean - speeds.mean),
    variance = (1 - greatest(${NEWEST}, 1.0 / (speeds.samples + 1))) * (speeds.variance
      + greatest(${NEWEST}, 1.0 / (speeds.samples + 1)) * (excluded.mean - speeds.mean) ^ 2),
    samples = speeds.samples + 1,
    updated_at = now()`
