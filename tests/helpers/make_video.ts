import { randomBytes } from 'node:crypto'
import Video from '#videos/video'
import type { VideoStatus } from '#videos/video_status'

/** A video's record without bytes behind it, for what never opens them. */
export function makeVideo(of: { title?: string; status?: VideoStatus } = {}): Promise<Video> {
  return Video.create({
    title: of.title ?? 'A video',
    originalName: 'a video.mp4',
    originalKey: `originals/${randomBytes(8).toString('hex')}.mp4`,
    sizeBytes: 1000,
    sha256: randomBytes(32).toString('hex'),
    status: of.status ?? 'pending',
    container: 'mov,mp4,m4a,3gp,3g2,mj2',
    durationS: 1,
    width: 320,
    height: 180,
    videoCodec: 'h264',
    hasAudio: false,
    mediaInfo: {} as Video['mediaInfo'],
  })
}
