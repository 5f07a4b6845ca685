import type { JobPhase } from '#jobs/job_state'

/** What a running job does, for people: `encoding`. To them checking and publishing are one thing, finalising. */
export const PHASE_WORDS: Record<JobPhase, string> = {
  probe: 'looking at the original',
  plan: 'planning',
  encode: 'encoding',
  verify: 'finalising: checking what was made',
  publish: 'finalising: publishing',
}

/** The steps of a job that people are shown, in order, with the phases that they stand for. */
export const JOB_STEPS: readonly { title: string; phases: readonly JobPhase[] }[] = [
  { title: 'Look', phases: ['probe'] },
  { title: 'Plan', phases: ['plan'] },
  { title: 'Encode', phases: ['encode'] },
  { title: 'Finalise', phases: ['verify', 'publish'] },
]
