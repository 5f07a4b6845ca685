/** The parts of ffprobe's JSON that we read. All of it is optional: the file decides what is there. */
export interface FfprobeReport {
  format?: {
    format_name?: string
    duration?: string
    start_time?: string
    size?: string
    bit_rate?: string
    tags?: Record<string, string>
  }
  streams?: FfprobeStream[]
  chapters?: { start_time?: string; end_time?: string; tags?: Record<string, string> }[]
}

export interface FfprobeStream {
  index: number
  codec_type?: string
  codec_name?: string
  codec_tag_string?: string
  profile?: string
  level?: number
  width?: number
  height?: number
  pix_fmt?: string
  bits_per_raw_sample?: string
  sample_aspect_ratio?: string
  field_order?: string
  color_range?: string
  color_space?: string
  color_transfer?: string
  color_primaries?: string
  r_frame_rate?: string
  avg_frame_rate?: string
  time_base?: string
  nb_frames?: string
  bit_rate?: string
  channels?: number
  channel_layout?: string
  sample_rate?: string
  disposition?: Record<string, number>
  tags?: Record<string, string>
  side_data_list?: {
    side_data_type?: string
    rotation?: number
    displaymatrix?: string
    dv_profile?: number
  }[]
}

/** One decoded picture or piece of sound. */
export interface FfprobeFrame {
  media_type?: string
  width?: number
  height?: number
  pix_fmt?: string
  sample_aspect_ratio?: string
  interlaced_frame?: number
  color_range?: string
  color_space?: string
  color_transfer?: string
  color_primaries?: string
}

/** `30000/1001` as a number; null for `0/0`, `N/A` and nothing. */
export function fraction(text: string | undefined): number | null {
  const [numerator, denominator] = (text ?? '').split(/[/:]/).map(Number)
  const value = numerator / (denominator ?? 1)
  return Number.isFinite(value) && value > 0 ? value : null
}
