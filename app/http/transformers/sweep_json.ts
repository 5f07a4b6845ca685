import type Sweep from '#jobs/sweeps/sweep'

/** A change to many videos as the API tells it. */
export function sweepJson(sweep: Sweep) {
  return {
    id: sweep.id,
    action: sweep.action,
    tag: sweep.tag,
    videos: sweep.total,
    done: sweep.done,
    changed: sweep.changed,
    requested_by: sweep.requestedBy.name,
    created_at: sweep.createdAt.toUTC().toISO(),
    finished_at: sweep.finishedAt?.toUTC().toISO() ?? null,
    links: { self: `/api/v1/sweeps/${sweep.id}` },
  }
}
