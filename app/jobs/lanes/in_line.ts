/**
 * SQL for a job that stands in its lane's line: it waits, and neither is it held by its batch nor has anybody paused it.
 * The table must be named `jobs`.
 */
export const IN_LINE = `jobs.status = 'queued' and not jobs.is_held and jobs.paused_at is null`
