import type { RenditionProof } from '#media/verify/verify'
import type { CorpusFile } from '#app/terminal/corpus/corpus_manifest'

/** What became of one file. */
export interface CorpusOutcome {
  /**
   * `made`: everything planned was written and verified; `rejected`: refused before any work;
   * `failed`: the work began and did not end well.
   */
  kind: 'made' | 'rejected' | 'failed'
  /** Of the refusal or failure; null when made. */
  code: string | null
  why: string
  warnings: string[]
  hasVideo: boolean
  /** Of what was made. */
  proofs: RenditionProof[]
}

type Rule = (outcome: CorpusOutcome, file: CorpusFile) => boolean

const isMade: Rule = ({ kind }) => kind === 'made'
const isMadeWithWarning: Rule = ({ kind, warnings }) => kind === 'made' && warnings.length > 0
const isRejected: Rule = ({ kind, code }, { rejectCodes }) =>
  kind === 'rejected' && (rejectCodes.length === 0 || rejectCodes.includes(code!))
/** Sound alone is refused by a preset that wants pictures, and made by one that does not. */
const isWithoutVideo: Rule = ({ kind, code, hasVideo }) =>
  code === 'INPUT_NO_VIDEO' || (kind === 'made' && !hasVideo)
/** Nothing for the engine; that it met the file in order is all that can be asked. */
const isMetInOrder: Rule = ({ kind }) => kind !== 'failed'

/** By the words of manifests; `a_or_b` allows both. */
const RULES: [word: RegExp, rule: Rule][] = [
  [/^(ok|accept|pass)$/, isMade],
  [/^(ok|accept|pass)_with_warnings?$/, isMadeWithWarning],
  [/^(rejected|reject|refused|refuse)(_\d+)?$/, isRejected],
  [/^audio_only$/, isWithoutVideo],
  [/^(data|fixture|sanitise|sanitize|any)$/, isMetInOrder],
]

/** Whether what became of a file is what its manifest wants. Without a word any end but a failure is. */
export function isAsExpected(file: CorpusFile, outcome: CorpusOutcome): boolean {
  if (file.expected === null) return isMetInOrder(outcome, file)
  const words = file.expected.toLowerCase().split('_or_')
  return words.some((word) =>
    RULES.some(([pattern, rule]) => pattern.test(word) && rule(outcome, file))
  )
}
