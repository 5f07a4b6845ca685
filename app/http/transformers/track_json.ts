import type { SubtitleLabel } from '#media/subtitles/plan_subtitles'

/** A track of subtitles as the API tells it. */
export function trackJson(track: SubtitleLabel) {
  return {
    label: track.label,
    language: track.language,
    is_default: track.isDefault,
    is_forced: track.isForced,
    is_hearing_impaired: track.isHearingImpaired,
  }
}
