import { PHASE_WORDS } from '#jobs/phase_words'
import type Job from '#jobs/job'

/** A code, and words for people: checking and publishing are both `finalising`. Null where nothing runs. */
export function phaseJson({ phase }: Pick<Job, 'phase'>) {
  return { phase, phase_title: phase && PHASE_WORDS[phase] }
}
