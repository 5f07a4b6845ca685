/** Where the pages of a kind of subject are. */
const PAGES: Record<string, (id: string) => string> = {
  video: (id) => `/videos/${id}`,
  job: (id) => `/jobs/${id}`,
  batch: (id) => `/batches/${id}`,
  preset: (id) => `/presets/${encodeURIComponent(id)}`,
  schedule: (id) => `/schedules/${id}`,
  lane: () => '/lanes',
  user: (id) => `/users#user-${id}`,
  token: (id) => `/tokens?of=all#token-${id}`,
  import: (id) => `/imports#import-${id}`,
  sweep: (id) => `/sweeps/${id}`,
  webhook: (id) => `/webhooks/${id}`,
  watermark: (id) => `/watermarks#watermark-${id}`,
}

const ID = /^[\w-]{1,64}$/

/** The page of what was acted on; null where there is none. */
export function subjectPath(type: string, id: string | null): string | null {
  return id && ID.test(id) ? (PAGES[type]?.(id) ?? null) : null
}

/** `work window 3` */
export function subjectName(type: string, id: string | null): string {
  const kind = type.replaceAll('_', ' ')
  return id ? `${kind} ${id}` : kind
}

/** `Job cancelled` of `job.cancelled`. */
export function actionName(action: string): string {
  const words = action.replace(/[._]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
