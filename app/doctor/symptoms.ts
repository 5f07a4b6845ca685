/** Entries of docs/troubleshooting.md that a finding can lead to, by their anchors. */
const SYMPTOMS = [
  'ffmpeg-missing',
  'ffmpeg-lacks',
  'no-jail',
  'no-preset',
  'folder-unusable',
  'disk-low',
  'bucket-away',
  'settings-contradict',
  'postgres-away',
  'postgres-old',
  'postgres-full',
  'postgres-unsafe',
  'migrations-wait',
  'redis-away',
  'redis-old',
  'redis-full',
  'redis-forgets',
  'clocks-apart',
  'no-worker',
  'no-worker-fits',
  'no-scheduler',
  'jobs-wait',
  'job-runs-on',
  'lane-stopped',
  'lane-paused',
  'left-over',
  'files-missing',
] as const

/** One of those, or `CAUSE:DISK_FULL` and the like for what jobs failed with. */
export type Symptom = (typeof SYMPTOMS)[number] | `CAUSE:${string}`

export const DOCTOR_SYMPTOMS: readonly string[] = SYMPTOMS

/** Where the entry stands, from the root of the checkout. */
export function helpOf(symptom: Symptom): string {
  const [anchor, cause] = symptom.split(':')
  return cause ? `docs/causes.md#${cause.toLowerCase()}` : `docs/troubleshooting.md#${anchor}`
}
