import { makeTable } from '#app/terminal/make_table'
import { printable } from '#app/terminal/printable'
import { LEFT_OUT_REASONS, type BatchPreview } from '#jobs/batches/preview_batch'
import type Batch from '#jobs/batches/batch'
import type { BatchSelection } from '#jobs/batches/batch'
import type { JobsByStatus } from '#jobs/reports/list_batches'

type Dim = (text: string) => string

/** A batch as `--json` shows it, with its preset loaded. */
export function batchView(batch: Batch, jobs: JobsByStatus) {
  const { id, state, filter, jobCount, canarySize, pausedBy, pauseReason } = batch
  return {
    ...{ id, state, preset: batch.presetVersion.preset.name, filter, jobCount, canarySize, jobs },
    ...{ pausedBy, pauseReason, createdAt: batch.createdAt.toUTC().toISO() },
    finishedAt: batch.finishedAt?.toUTC().toISO() ?? null,
  }
}

export type BatchView = ReturnType<typeof batchView>

/** One line for each batch. */
export function batchesText(batches: BatchView[], dim: Dim): string {
  if (batches.length === 0) return 'No batches yet: start one with ./ace process --batch'
  const head = ['Batch', 'State', 'Preset', 'Done', 'Failed', 'Videos']
  const rows = batches.map(({ id, state, preset, jobs, jobCount, filter }) => [
    ...[String(id), state, preset, `${jobs.completed} of ${jobCount}`, String(jobs.failed)],
    filterText(filter),
  ])
  return makeTable(head, rows, dim)
}

/** A batch with the reason why it stands still. */
export function batchText({ id, state, preset, jobs, jobCount, ...batch }: BatchView): string {
  const counts = Object.entries(jobs).map(([status, n]) => `${n} ${status}`)
  const lines = [
    `Batch ${id} is ${state}`,
    `Preset  ${preset}`,
    `Videos  ${filterText(batch.filter)}`,
    `Jobs    ${jobCount}: ${counts.join(', ')}`,
  ]
  const paused = `Paused  by ${printable(batch.pausedBy ?? '')}: ${printable(batch.pauseReason ?? '')}`
  return [...lines, ...(batch.pausedBy ? [paused] : [])].join('\n')
}

/** What a batch would be. */
export function previewText({ jobs, leftOut }: BatchPreview): string {
  const others = leftOut.map(
    ({ reason, videos }) => `${videos} left out: ${LEFT_OUT_REASONS[reason]}`
  )
  return [`${jobs} would start; nothing was started`, ...others].join('\n')
}

function filterText(filter: BatchSelection): string {
  const { status = 'any status', search, tag, lacksPreset, olderThanDays, maxVideos } = filter
  const words = [
    status,
    search && `named ${search}`,
    tag && `tagged ${tag}`,
    lacksPreset && `without ${lacksPreset}`,
    olderThanDays && `${olderThanDays} days old`,
    maxVideos && `at most ${maxVideos}`,
  ]
  return printable(words.filter(Boolean).join(', '))
}
