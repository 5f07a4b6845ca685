import * as s from '#http/openapi/schemas'
import { JOB_PHASES, JOB_STATUSES } from '#jobs/job_state'
import { HISTOGRAM_BINS } from '#media/analysis/colour_histogram'
import { HDR_KINDS, MEDIA_WARNINGS } from '#media/probe/media_info'
import { DECISIONS } from '#media/plan/encode_plan'
import { RENDITION_KINDS } from '#videos/rendition_file'
import { VIDEO_STATUSES } from '#videos/video_status'

const ofPictures = 'null for sound alone'
const ofSound = 'null without sound'
const path = '/api/v1/videos/1'

const pictures = {
  width: s.nullable(s.whole(`Pixels as shown; ${ofPictures}`, 1920)),
  height: s.nullable(s.whole(`Pixels as shown; ${ofPictures}`, 1080)),
  frame_rate: s.nullable(s.number(`Pictures a second on average, measured; ${ofPictures}`, 25)),
}

const streams = {
  bit_rate: s.nullable(s.whole('bit/s of the whole file', 4_200_000)),
  video_codec: s.nullable(s.text(`As ffprobe calls it; ${ofPictures}`, 'h264')),
  audio_codec: s.nullable(s.text(`As ffprobe calls it; ${ofSound}`, 'aac')),
  has_audio: s.flag('Whether there is sound that can be decoded', true),
}

const facts = {
  real_frame_rate: s.nullable(s.number('What the header claims; may be far off', 25)),
  is_variable_frame_rate: s.flag('Whether pictures come unevenly'),
  is_interlaced: s.flag('Whether pictures are halves, by mark or by sight'),
  hdr: s.nullable(s.oneOf('Kind of high dynamic range; null: none', HDR_KINDS)),
  video_bit_rate: s.nullable(s.whole(`bit/s, measured; ${ofPictures}`, 4_000_000)),
  audio_bit_rate: s.nullable(s.whole(`bit/s, measured; ${ofSound}`, 128_000)),
  audio_channels: s.nullable(s.whole(`Of the usual track; ${ofSound}`, 2)),
  audio_layout: s.nullable(s.text('How the channels stand, where that is stated', 'stereo')),
  has_subtitles: s.flag('Whether there are subtitles in it'),
  has_cover_art: s.flag('Whether there is a picture that is no video'),
  has_chapters: s.flag('Whether there are chapters'),
  has_data: s.flag('Whether there is something that is neither picture, sound nor words'),
  warnings: s.listOf(s.oneOf('A code', MEDIA_WARNINGS), 'What people should know of the file'),
}

export const videoFields = {
  id: s.whole('The video', 1),
  title: s.text('What people call it', 'By the sea'),
  tags: s.listOf(s.text('A tag', 'holiday'), 'People’s own words to find it by'),
  metadata: s.mapOf(s.text('A value', '4711'), 'What programs keep with it', { case: '4711' }),
  original_name: s.text('The name under which it came', 'holiday.mov'),
  status: s.oneOf('What its jobs say', VIDEO_STATUSES),
  size_bytes: s.whole('Of the original', 12_345_678),
  sha256: s.sha256('Of the original'),
  container: s.text('As ffprobe calls it', 'mov,mp4,m4a,3gp,3g2,mj2'),
  duration_seconds: s.number('Measured, from the first moment to the last', 62.4),
  ...{ ...pictures, ...streams, ...facts },
  created_at: s.moment('When it was taken in'),
  updated_at: s.moment('When its record changed last'),
  links: s.object({
    self: s.href('The video', path),
    status: s.href('How far it is', `${path}/status`),
    renditions: s.href('Its published files', `${path}/renditions`),
    original: s.href('The source bytes', `${path}/original`),
    poster: s.nullable(s.href('The poster; null where there is none yet', `${path}/poster`)),
  }),
}

const share = { ...s.number('0..1', 0.0156), minimum: 0, maximum: 1 }
const shares = {
  ...s.listOf(share, 'Shares of all pixels, from dark to bright'),
  ...{ minItems: HISTOGRAM_BINS, maxItems: HISTOGRAM_BINS },
}

const analysis = s.object({
  colours: s.nullable(
    s.object({
      frames: s.whole('Pictures looked at', 48),
      ...{ red: shares, green: shares, blue: shares, luma: shares },
    }),
    'Null without pictures'
  ),
  loudness: s.nullable(
    s.object({
      integrated_lufs: s.nullable(s.number('EBU R128, of the whole', -18.3)),
      range_lu: s.nullable(s.number('EBU R128, between quiet and loud', 6.1)),
      true_peak_db: s.nullable(s.number('The loudest moment', -1.2)),
    }),
    'Null without sound'
  ),
  warnings: s.listOf(s.text('In words', 'Colours: nothing could be decoded.')),
})

const renditionFile = s.object({
  name: s.text('As it is asked for', 'medium.mp4'),
  mime_type: s.text('What it is', 'video/mp4'),
  size_bytes: s.whole('Its size', 2_345_678),
  sha256: s.sha256('Of its bytes'),
  track: s.nullable(s.ref('Track'), 'Of subtitles alone'),
  href: s.href('Where it is', `${path}/renditions/medium/medium.mp4`),
})

const rendition = s.object({
  name: s.text('Unique for its video', 'medium'),
  kind: s.oneOf('What it is', RENDITION_KINDS),
  video_id: s.whole('Its video', 1),
  job_id: s.nullable(s.uuid('The job that made it')),
  mime_type: s.text('Of the file that players open first', 'video/mp4'),
  size_bytes: s.whole('Of all files together', 2_345_678),
  sha256: s.sha256('Of the file that players open first'),
  duration_seconds: s.number('0 for a picture', 62.4),
  width: s.nullable(s.whole('Pixels', 1280)),
  height: s.nullable(s.whole('Pixels', 720)),
  bit_rate: s.nullable(s.whole('bit/s', 2_400_000)),
  video_codec: s.nullable(s.text('As ffprobe calls it', 'h264')),
  audio_codec: s.nullable(s.text('As ffprobe calls it', 'aac')),
  decision: s.oneOf(
    'What was done to the source',
    DECISIONS.filter((one) => one !== 'skip')
  ),
  reason: s.text('Why it was made that way', 'sized 1280x720: the source is 1920x1080'),
  created_at: s.moment('When it was published'),
  files: s.listOf(renditionFile, 'Every file, the one that players open first before the others'),
  links: s.object({ file: s.href('Where players begin', `${path}/renditions/medium`) }),
})

const task = s.object({
  id: s.uuid('The job'),
  status: s.oneOf('Where the job is in its life', JOB_STATUSES),
  info: s.object({
    current: s.whole('How far it is', 42),
    total: s.whole('Of so much', 100),
    phase: s.nullable(s.oneOf('What the running attempt does', JOB_PHASES)),
    phase_title: s.nullable(s.text('The phase in words', 'encoding')),
  }),
})

export const VIDEO_SCHEMAS = {
  Video: s.object(videoFields, { description: 'One source file and where it is in its life' }),
  VideoDetails: s.object({
    ...videoFields,
    analysis: s.nullable(analysis, 'Null until a worker has looked'),
  }),
  DuplicateOf: s.object({
    id: s.whole('The video', 1),
    href: s.href('The video', '/api/v1/videos/1'),
  }),
  UploadedVideo: s.object({
    ...videoFields,
    duplicate_of: s.nullable(
      s.ref('DuplicateOf'),
      'The oldest video of the same bytes, of a reused one itself; null where there was none'
    ),
    job: s.nullable(s.ref('Job'), 'What was started for it; null where no preset was named'),
  }),
  Rendition: rendition,
  VideoStatus: s.object({
    video_id: s.whole('The video', 1),
    title: s.text('What people call it', 'By the sea'),
    processing_status: s.oneOf('Where it is in its life', VIDEO_STATUSES),
    progress_percentage: s.whole('0 to 100', 42),
    processing_started_at: s.nullable(s.moment('When the first attempt of that job began')),
    processing_time_seconds: s.nullable(
      s.number('Since then, or all of it; null where nothing runs', 12.3)
    ),
    task: s.nullable(
      task,
      'The job that runs, else waits, else was asked for last; null without any'
    ),
  }),
  VideoBeingDeleted: s.object({
    id: s.whole('The video', 1),
    is_being_deleted: { type: 'boolean', const: true },
    links: s.object({ self: s.href('The video, 404 when it is gone', path) }),
  }),
}
