import { tusRefusal } from '#http/uploads/tus_exchange'
import type { Actor } from '#accounts/actor'

/** Who sends, and from where. */
export interface UploadSender {
  by: Actor
  /** Without a slash at its end, such as `/uploads`. */
  path: string
  /** Where videos are, such as `/videos`. */
  videosPath: string
  /** Whether a preset may be named. */
  mayStartJobs: boolean
  /** Set where an upload is refused: why, for programs. */
  refusalCode?: string
}

/** @throws what the tus server tells */
export function refuseJobs(sender: UploadSender): never {
  sender.refusalCode = 'E_SCOPE_MISSING'
  throw tusRefusal(403, 'A preset starts work, for which this token has no scope: jobs:write.')
}

/** Tells an error of ours, and its code. @throws what the tus server tells */
export function refuse(
  sender: UploadSender,
  error: Error & { status?: number; code?: string }
): never {
  sender.refusalCode = error.code
  throw tusRefusal(error.status ?? 422, error.message)
}
