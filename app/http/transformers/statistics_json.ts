import type { Day, PresetStatistics, Statistics } from '#jobs/reports/statistics'

/** What was done in the last days. */
export function statisticsJson(of: Statistics) {
  return {
    days: of.days,
    videos_added: of.videosAdded,
    jobs_started: of.jobsStarted,
    completed: of.completed,
    failed: of.failed,
    cancelled: of.cancelled,
    success_rate: of.successRate,
    average_processing_seconds: of.averageProcessingS,
    bytes_in: of.bytesIn,
    bytes_out: of.bytesOut,
    causes: of.causes,
    presets: of.presets.map(presetStatisticsJson),
    daily: of.daily.map(dayJson),
  }
}

function presetStatisticsJson(of: PresetStatistics) {
  return {
    preset: of.preset,
    completed: of.completed,
    failed: of.failed,
    cancelled: of.cancelled,
    average_processing_seconds: of.averageProcessingS,
  }
}

function dayJson(of: Day) {
  return {
    date: of.date,
    completed: of.completed,
    failed: of.failed,
    cancelled: of.cancelled,
    average_processing_seconds: of.averageProcessingS,
    bytes_in: of.bytesIn,
    bytes_out: of.bytesOut,
  }
}
