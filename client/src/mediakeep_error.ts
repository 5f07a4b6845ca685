/** A field that was refused. */
export interface FieldError {
  field: string
  message: string
  rule: string
}

interface Problem {
  title: string
  code: string
  detail: string
  request_id: string | null
  errors?: FieldError[]
}

/** What the API answered instead of what was asked for (RFC 9457). */
export class MediakeepError extends Error {
  readonly name = 'MediakeepError'
  /** The HTTP status. */
  readonly status: number
  /** For programs; it does not change. `E_HTTP` where something between us and Mediakeep answered. */
  readonly code: string
  /** Stands in the log of the web process; null where none was told. */
  readonly requestId: string | null
  /** Of `E_VALIDATION`: each field that is wrong. */
  readonly errors: FieldError[]

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}`)
    this.status = status
    this.code = problem.code ?? 'E_HTTP'
    this.requestId = problem.request_id ?? null
    this.errors = problem.errors ?? []
  }
}

/** What was answered, as an error. */
export async function errorOf(response: Response): Promise<MediakeepError> {
  const isJson = response.headers.get('content-type')?.includes('json')
  const problem = isJson ? await response.json().catch(() => ({})) : {}
  return new MediakeepError(response.status, problem as Partial<Problem>)
}
