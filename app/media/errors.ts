interface FailureText {
  /** What happened, in one sentence for people. */
  sentence: string
  /** What to do about it. */
  remedy: string
  /** False when the same input under the same conditions can only fail again. */
  canRetryHelp: boolean
}

const refused = (sentence: string, remedy: string): FailureText => ({
  sentence,
  remedy,
  canRetryHelp: false,
})

const passing = (sentence: string, remedy: string): FailureText => ({
  sentence,
  remedy,
  canRetryHelp: true,
})

/** Every way in which media work fails. Codes are stable: they are stored, filtered by and documented. */
export const MEDIA_FAILURES = {
  INPUT_MISSING: refused('The source file is not there.', 'Upload the video again.'),
  INPUT_EMPTY: refused('The file is empty (0 bytes).', 'Upload the file again.'),
  INPUT_UNREADABLE: refused(
    'The file is not a video that can be read.',
    'Check that it plays on your machine, then upload it again.'
  ),
  INPUT_TRUNCATED: refused(
    'The file is cut off: most of what it promises is missing.',
    'Upload the whole file again; the copy that we hold is incomplete.'
  ),
  INPUT_IS_IMAGE: refused('The file is a picture, not a video.', 'Upload a video.'),
  INPUT_IS_SUBTITLE: refused('The file holds subtitles only.', 'Upload the video itself.'),
  INPUT_MANIFEST: refused(
    'The file is a playlist or a manifest that points at other files.',
    'Upload the media file itself; files that refer to others are never opened.'
  ),
  INPUT_NO_VIDEO: refused(
    'The file has no video stream.',
    'For sound choose a preset that makes sound, such as audio_mp3; for pictures upload a file that has them: ' +
      'cover art does not count.'
  ),
  INPUT_NO_SOUND: refused(
    'The file has no sound that can be decoded.',
    'Choose a preset with pictures, such as medium, or upload a file with sound.'
  ),
  INPUT_ENCRYPTED: refused(
    'The file is encrypted (DRM).',
    'Upload a copy without encryption; we hold no keys.'
  ),
  INPUT_UNSUPPORTED_CODEC: refused(
    'The video codec cannot be decoded by the ffmpeg of this machine.',
    'Install a newer ffmpeg, or upload the video in another codec.'
  ),
  INPUT_UNDECODABLE: refused(
    'Not a single picture of the video could be decoded.',
    'The data is damaged; upload the file again from its source.'
  ),
  INPUT_DAMAGED: refused(
    'The source is damaged, and too little of it survives.',
    'Upload the file again from its source; the evidence says what was lost.'
  ),
  INPUT_TOO_LONG: refused(
    'The video is longer than allowed.',
    'Cut it shorter, or raise MAX_VIDEO_DURATION.'
  ),
  INPUT_TOO_LARGE: refused(
    'The picture is larger than allowed.',
    'Scale the video down before you upload it.'
  ),
  INPUT_TOO_MANY_BYTES: refused(
    'The file is larger than allowed.',
    'Compress or cut it first, or raise MAX_VIDEO_SIZE.'
  ),
  INPUT_FRAME_RATE: refused(
    'The video has more pictures a second than allowed.',
    'Export it at 120 pictures a second or fewer.'
  ),
  INPUT_TOO_MANY_STREAMS: refused(
    'The file holds more streams than allowed.',
    'Keep the tracks that are needed and upload it again.'
  ),
  INPUT_NO_DURATION: refused(
    'The video lasts no time at all.',
    'The data is damaged; upload the file again from its source.'
  ),
  PROBE_TIME_LIMIT: passing(
    'Looking into the file took too long.',
    'Try again when the machine is less busy; if it happens again, the file is damaged or hostile.'
  ),
  FFMPEG_MISSING: passing(
    'ffmpeg or ffprobe cannot be run.',
    'Install it (apt-get install ffmpeg, or brew install ffmpeg), or set FFMPEG_BINARY and FFPROBE_BINARY.'
  ),
  ENCODER_MISSING: passing(
    'The ffmpeg of this machine lacks an encoder that the preset needs.',
    'Install a full ffmpeg build (apt-get install ffmpeg), or set FFMPEG_BINARY to one.'
  ),
  FILTER_MISSING: passing(
    'The ffmpeg of this machine lacks a filter that this video needs.',
    'Install a full ffmpeg build (apt-get install ffmpeg), or set FFMPEG_BINARY to one.'
  ),
  OUT_OF_MEMORY_LIMIT: passing(
    'ffmpeg needed more memory than the limit allows and was stopped.',
    'Raise WORKER_MAX_MEMORY, or choose a smaller preset.'
  ),
  OUT_OF_MEMORY: passing(
    'The machine ran out of memory.',
    'Lower WORKER_CONCURRENCY, or give the machine more memory.'
  ),
  TIME_LIMIT: passing(
    'The work took longer than the time limit and was stopped.',
    'Raise TIME_LIMIT, or choose a smaller preset.'
  ),
  SOFT_TIME_LIMIT: passing(
    'The work took longer than the soft time limit, and more would have had to be encoded.',
    'Raise SOFT_TIME_LIMIT, or choose a smaller preset.'
  ),
  OUTPUT_TOO_LARGE: refused(
    'The files that were made grew larger than the limit allows.',
    'Raise OUTPUT_LIMIT or the preset’s limit, or choose a smaller preset.'
  ),
  NO_PROGRESS: passing(
    'ffmpeg stopped making progress and was stopped.',
    'Try again; if it stops at the same place, the file is damaged there.'
  ),
  DISK_FULL: passing('The disk is full.', 'Free space where scratch files and videos are kept.'),
  DISK_ERROR: passing(
    'Reading or writing failed (input/output error).',
    'Check the disk or the network storage, then try again.'
  ),
  PERMISSION_DENIED: passing(
    'A file or folder may not be read or written.',
    'Check the owner and mode of the storage and scratch folders.'
  ),
  FFMPEG_KILLED: passing(
    'ffmpeg was ended by a signal from outside.',
    'Often the system ran out of memory: lower WORKER_CONCURRENCY or give it more, then try again.'
  ),
  FFMPEG_CRASHED: passing(
    'ffmpeg crashed.',
    'Try again; if it crashes again, update ffmpeg or upload the video in another format.'
  ),
  FFMPEG_FAILED: passing(
    'ffmpeg failed for a reason that we do not know yet.',
    'Read the evidence; it holds the last words of ffmpeg.'
  ),
  RESULT_MISSING: passing('A planned file was not written.', 'Try again.'),
  RESULT_UNREADABLE: passing('A written file cannot be opened again.', 'Try again.'),
  RESULT_WRONG: passing(
    'A written file is not what was planned.',
    'Try again; the evidence names what differs.'
  ),
  RESULT_CUT_SHORT: passing(
    'A written file is shorter or longer than its source.',
    'Try again; if it happens again, the source is damaged at that place.'
  ),
  RESULT_DAMAGED: passing(
    'A written file does not decode without errors.',
    'Try again; the evidence holds what the decoder said.'
  ),
  TRIM_OUTSIDE: refused(
    'The wanted part lies outside the video.',
    'Choose a start and an end within its length.'
  ),
  ABORTED: passing('The work was stopped on request.', 'Start it again when you want it.'),
} as const satisfies Record<string, FailureText>

export type MediaFailureCode = keyof typeof MEDIA_FAILURES

/** A failure with its cause: `message` is for people, `evidence` holds what was seen (may be empty). */
export class MediaError extends Error {
  readonly code: MediaFailureCode
  readonly evidence: string

  /** @param detail what exactly, appended to the sentence of the catalogue */
  constructor(code: MediaFailureCode, options: { detail?: string; evidence?: string } = {}) {
    super(sentenceWith(MEDIA_FAILURES[code].sentence, options.detail))
    this.name = 'MediaError'
    this.code = code
    this.evidence = options.evidence ?? ''
  }

  get remedy(): string {
    return MEDIA_FAILURES[this.code].remedy
  }

  get canRetryHelp(): boolean {
    return MEDIA_FAILURES[this.code].canRetryHelp
  }
}

function sentenceWith(sentence: string, detail: string | undefined): string {
  return detail ? `${sentence.replace(/\.$/, '')}: ${detail}` : sentence
}
