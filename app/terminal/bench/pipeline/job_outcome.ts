/** What became of one upload and of its job. */
export interface JobOutcome {
  status: 'completed' | 'failed' | 'cancelled' | 'refused' | 'unfinished'
  /** Null where the upload was refused. */
  videoId: number | null
  jobId: string | null
  /** From the first byte sent to the answer. */
  uploadS: number | null
  /** From the row of the job to its first attempt, by the clock of the system. */
  queueWaitS: number | null
  /** From its first attempt to its end, by the same clock. */
  processingS: number | null
  cause: { code: string; message: string } | null
}
