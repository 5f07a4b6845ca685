import { helpOf, type Symptom } from '#app/doctor/symptoms'

export type Level = 'ok' | 'warning' | 'error'

/** What one look at the machine or the data showed. */
export interface Diagnosis {
  /** What was looked at, such as `redis`. */
  topic: string
  level: Level
  /** What is so, with its value; no full stop. */
  sentence: string
  /** What to do; null where all is well. */
  remedy: string | null
  /** Where the documents say more, such as `docs/troubleshooting.md#redis-away`; null where all is well. */
  help: string | null
  /** Whether Mediakeep can put it right now, if asked; left out where a person must. */
  canRepair?: boolean
  /** With --fix: whether it was put right just now; left out where Mediakeep cannot help itself. */
  isRepaired?: boolean
}

export const ok = (topic: string, sentence: string): Diagnosis => {
  return { topic, level: 'ok', sentence, remedy: null, help: null }
}

/** What is wrong, what helps, and where the documents say more. */
type Tell = (topic: string, sentence: string, remedy: string, symptom: Symptom) => Diagnosis

export const warning: Tell = (topic, sentence, remedy, symptom) => {
  return { topic, level: 'warning', sentence, remedy, help: helpOf(symptom) }
}

export const wrong: Tell = (topic, sentence, remedy, symptom) => {
  return { topic, level: 'error', sentence, remedy, help: helpOf(symptom) }
}
