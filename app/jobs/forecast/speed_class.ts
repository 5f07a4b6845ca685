/**
 * SQL: what makes jobs alike in their speed, of `jobs` joined with `videos`. A speed is seconds for each unit; units
 * are seconds of the source, and for pictures jobs.
 */
export const CLASS_COLUMNS = `
  coalesce('preset:' || jobs.preset_version_id, 'operation:' || jobs.operation) as work,
  case
    when coalesce(videos.width, 0) * coalesce(videos.height, 0) = 0 then 'none'
    when videos.width * videos.height <= 500000 then '480p'
    when videos.width * videos.height <= 1100000 then '720p'
    when videos.width * videos.height <= 2500000 then '1080p'
    when videos.width * videos.height <= 9500000 then '2160p'
    else 'larger'
  end as pixels,
  coalesce(videos.video_codec, 'none') as codec,
  case when jobs.lane = 'quick' then 1 else greatest(videos.duration_s, 1) end as units`

/** SQL: the machine of a worker's id, in which its process and some random letters follow. */
export function hostIn(workerId: string): string {
  return `regexp_replace(${workerId}, '-[0-9]+-[0-9a-f]+$', '')`
}

/**
 * SQL: the best known speed of a class, the narrowest first: this machine, any machine, any source, any work of the
 * lane. Expects a row `of` with lane, work, pixels, codec and host.
 */
export const BEST_SPEED = `
  select mean, variance from speeds
  where (speeds.work, speeds.pixels, speeds.codec, speeds.host) in (
    (of.work, of.pixels, of.codec, of.host), (of.work, of.pixels, of.codec, ''),
    (of.work, '', '', ''), ('lane:' || of.lane, '', '', ''))
  order by (speeds.host <> '') desc, (speeds.pixels <> '') desc, (speeds.work not like 'lane:%') desc
  limit 1`
