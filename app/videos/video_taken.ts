import { channel } from 'node:diagnostics_channel'

/** A file became a video; told in the process that took it in. */
export interface VideoTaken {
  sizeBytes: number
}

export const VIDEO_TAKEN = 'mediakeep:video_taken'

const told = channel(VIDEO_TAKEN)

/** Nothing hangs on it: who listens counts. */
export function tellVideoTaken(video: VideoTaken): void {
  told.publish(video)
}
