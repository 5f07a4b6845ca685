import { requireOneOf } from '#app/terminal/one_of'
import { requireWholeNumber } from '#app/terminal/whole_number'

export const JOB_PARTS = ['batch', 'start', 'rate', 'overhead', 'recovery'] as const
export type JobPart = (typeof JOB_PARTS)[number]

export interface AskedBench {
  parts: JobPart[]
  /** Size of the batch. */
  jobs: number
  rounds: number
  /** Lengths of the clips for the overhead. */
  clipsS: number[]
}

const MOST_JOBS = 100_000
const MOST_ROUNDS = 100
const LONGEST_CLIP_S = 600

/** As flags. */
interface Flags {
  jobs: number
  rounds: number
  parts?: string[]
  clips: string[]
}

/** @throws WrongUsage */
export function askedBench(asked: Flags): AskedBench {
  const { jobs, rounds } = asked
  const parts = listed(asked.parts) ?? [...JOB_PARTS]
  const clipsS = listed(asked.clips)!.map(Number)
  requireWholeNumber('--jobs', jobs, { min: 1, max: MOST_JOBS })
  requireWholeNumber('--rounds', rounds, { min: 1, max: MOST_ROUNDS })
  for (const part of parts) requireOneOf('--parts', part, [...JOB_PARTS])
  for (const clipS of clipsS) requireWholeNumber('--clips', clipS, { min: 1, max: LONGEST_CLIP_S })
  return { jobs, rounds, clipsS, parts: parts as JobPart[] }
}

/** Given once with commas, or several times; what looks like a number comes as one. */
function listed(values: (string | number)[] | undefined): string[] | undefined {
  return values?.flatMap((value) => String(value).split(','))
}
