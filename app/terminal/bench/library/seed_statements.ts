/** A number 0..999 that looks random and is the same each time; `salt` makes others of the same row. */
const dice = (salt: number, sides = 1000) =>
  `((hashint8(n * 16 + ${salt})::bigint & 2147483647) % ${sides})`
const oneOf = (salt: number, words: string[]) =>
  `(array['${words.join(`','`)}'])[1 + ${dice(salt, words.length)}]`

const SUBJECTS =
  'knee hip shoulder elbow spine heart lung kidney retina cornea liver thyroid pelvis wrist ankle'
const KINDS =
  'interview lecture operation training seminar demonstration examination recording webinar'
const PLACES = 'Berlin Lyon Turin Porto Graz Oslo Ghent Basel Leeds Malmo'
const TAGS =
  'surgery teaching archive patient conference internal public draft hd legal 2023 2024 2025 review'
const CAUSES =
  'INPUT_DAMAGED DISK_FULL TIME_LIMIT WORKER_LOST ORIGINAL_MISSING NO_PROGRESS OUT_OF_MEMORY UNKNOWN'
const words = (text: string) => text.split(' ')

const DAYS = 1_095
/** The newest part of the library, where work is still going on. */
const UNFINISHED_FROM = 0.97
const RUNNING = 4

const STATUS = `case
  when n > :total - ${RUNNING} then 'processing'
  when ${dice(1)} < 25 then 'failed'
  when ${dice(1)} < 35 then 'cancelled'
  when n > :total * ${UNFINISHED_FROM} and ${dice(1)} < 330 then 'queued'
  when n > :total * ${UNFINISHED_FROM} and ${dice(1)} < 660 then 'pending'
  else 'completed' end`

/** Uploaders, and batches that a part of the jobs belongs to. */
export const SEED_PEOPLE = `
  insert into users (full_name, email, password, role)
  select 'Bench person ' || n, 'bench-' || n || '@example.org', '!', 'operator'
  from generate_series(1, 8) as n;
  insert into batches (preset_version_id, job_count, released_at)
  select (select min(id) from preset_versions), 1, now() from generate_series(1, 20)`

const VIDEOS = `
  insert into videos (title, original_name, original_key, size_bytes, sha256, status, container, duration_s, width,
    height, frame_rate, bit_rate, video_codec, audio_codec, has_audio, media_info, tags, uploaded_by, created_at)
  select
    initcap(${oneOf(2, words(SUBJECTS))}) || ' ' || ${oneOf(3, words(KINDS))} || ' '
      || ${oneOf(4, words(PLACES))} || ' ' || n || case when n % 20000 = 7 then ' zebrafish' else '' end,
    ${oneOf(3, words(KINDS))} || '_' || to_char(n, 'FM0000000') || '.mp4',
    'bench/' || n || '.mp4', 1000000 + ${dice(5, 2_000_000_000)}, md5(n::text) || md5('b' || n), ${STATUS},
    'mov,mp4,m4a,3gp,3g2,mj2', 5 + ${dice(6, 7_200)}, 1920, 1080, 25, 4000000,
    case when ${dice(7)} < 800 then 'h264' when ${dice(7)} < 930 then 'hevc' when ${dice(7)} < 995 then 'vp9' else 'av1' end,
    'aac', true, '{"warnings": []}',
    case when ${dice(8)} < 400 then '{}'::text[]
      when ${dice(8)} < 800 then array[${oneOf(9, words(TAGS))}]
      else array(select distinct unnest(array[${oneOf(9, words(TAGS))}, ${oneOf(10, words(TAGS))}])) end
      || case when n % 10000 = 3 then array['rare'] else '{}' end,
    (select min(id) from users where email like 'bench-%') + ${dice(11, 8)},
    now() - (:total - n) * (interval '${DAYS} days' / :total)
  from generate_series(:from::bigint, :to::bigint) as n`

/** The videos that this step added, with their number. */
const ADDED = `(select videos.*, substring(original_key from '\\d+')::bigint as n from videos
  where original_key in (select 'bench/' || n || '.mp4' from generate_series(:from::bigint, :to::bigint) as n))`

const UUID = `(lpad(to_hex((extract(epoch from v.created_at) * 1000)::bigint), 12, '0') || '7'
  || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid`
const OVER = `v.status in ('completed', 'failed', 'cancelled')`

const JOBS = `
  insert into jobs (id, video_id, preset_version_id, batch_id, status, progress, attempt_count, failure_count,
    failure_cause, failure_message, cancelled_by, place, lease_owner, lease_expires_at, requested_via, due_at,
    queued_at, started_at, finished_at, created_at)
  select ${UUID}, v.id, (select min(id) from preset_versions) + ${dice(12, 3)},
    case when ${dice(13)} < 200 then (select min(id) from batches) + ${dice(14, 20)} end,
    case v.status when 'processing' then 'running' else v.status end,
    case v.status when 'completed' then 1 when 'processing' then 0.4 else 0 end, ${OVER}::int, (v.status = 'failed')::int,
    case v.status when 'failed' then ${oneOf(15, words(CAUSES))} end,
    case v.status when 'failed' then 'It went wrong.' end, case v.status when 'cancelled' then 'Bench person 1' end, n,
    case v.status when 'processing' then 'bench-worker' end,
    case v.status when 'processing' then now() + interval '1 day' end, 'console', v.created_at,
    v.created_at, case when v.status not in ('queued') then v.created_at end,
    case when ${OVER} then v.created_at + (10 + ${dice(16, 600)}) * interval '1 second' end, v.created_at
  from ${ADDED} as v where v.status <> 'pending'`

const ATTEMPTS = `
  insert into attempts (job_id, number, lease_token, worker_id, status, cpu_s, wall_ms, cause, started_at, finished_at)
  select jobs.id, 1, 1, 'bench-worker-' || jobs.video_id % 16,
    case jobs.status when 'running' then 'running' else jobs.status end, 30, 40000, jobs.failure_cause,
    jobs.started_at, jobs.finished_at
  from jobs join ${ADDED} as v on v.id = jobs.video_id where jobs.status <> 'queued'`

const RENDITIONS = `
  insert into renditions (video_id, job_id, preset_version_id, name, file_key, mime_type, size_bytes, sha256, duration_s,
    width, height, decision, reason, proof, created_at)
  select v.id, jobs.id, jobs.preset_version_id, 'medium', 'bench/' || v.id || '/medium.mp4', 'video/mp4',
    v.size_bytes / 3, v.sha256, v.duration_s, 1280, 720, 'encode', 'made for the bench', '{"checks": []}', jobs.finished_at
  from jobs join ${ADDED} as v on v.id = jobs.video_id where jobs.status = 'completed'`

const AUDIT = `
  insert into audit (at, actor, via, action, subject_type, subject_id)
  select v.created_at, 'Bench person ' || v.n % 8 + 1, 'console', 'video.uploaded', 'video', v.id from ${ADDED} as v`

/** For videos number :from to :to of :total. */
export const SEED_STEPS = [VIDEOS, JOBS, ATTEMPTS, RENDITIONS, AUDIT]
