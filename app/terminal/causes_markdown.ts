import { describeCause, jobCauses, knownCauses } from '#jobs/failure_causes'

const HEAD = `# What jobs and uploads fail with

Made by \`./ace doctor --causes > docs/causes.md\` from the code that names them.

A job that failed for good waits under **Failures** (and \`./ace monitor\`, \`GET /api/v1/dead-letters\`) until somebody retries or dismisses it. Its page, and
\`./ace job:log\` with its id, show what ffmpeg was told and what it said.
`

/** Where to look, by the beginning of a code. */
const CHECKS: [start: RegExp, check: string][] = [
  [
    /^INPUT_|^TRIM_/,
    'Save the original from the video’s page and play it; `ffprobe` on it says what is there.',
  ],
  [/^ORIGINAL_|^WATERMARK_/, '`./ace doctor` names files of the store that are missing.'],
  [
    /^RESULT_/,
    'The evidence on the job’s page says what differs; the same file twice points at the source.',
  ],
  [/^(DISK|PERMISSION|SCRATCH|STORAGE)/, '`./ace doctor` looks at folders, room and the bucket.'],
  [
    /^(FFMPEG_MISSING|ENCODER|FILTER)/,
    '`./ace doctor` tells the versions and what this ffmpeg lacks.',
  ],
  [
    /MEMORY|KILLED|WORKER_LOST/,
    'The job’s page draws memory over time; `dmesg` shows what the kernel ended; `./ace logs worker`.',
  ],
  [
    /TIME_LIMIT|NO_PROGRESS|OUTPUT/,
    'The job’s page has its times by phase; `./ace settings` the limits.',
  ],
]
const ELSE = 'Read the evidence and the log on the job’s page.'

/** docs/causes.md. */
export function causesMarkdown(): string {
  const ofJobs = new Set(jobCauses())
  return [HEAD, ...knownCauses().map((code) => section(code, ofJobs.has(code)))].join('\n')
}

function section(code: string, isOfJobs: boolean): string {
  const { sentence, remedy, canRetryHelp } = describeCause(code)
  return [
    `## ${code}\n`,
    `${sentence} ${isOfJobs ? '' : 'Told when a file is taken in or work is stopped; no job fails by it. '}`.trim(),
    '',
    `- **Do**: ${remedy} ${again(code, { canRetryHelp, isOfJobs })}`.trim(),
    `- **Check**: ${CHECKS.find(([start]) => start.test(code))?.[1] ?? ELSE}`,
    '',
  ].join('\n')
}

function again(code: string, { canRetryHelp, isOfJobs }: Record<string, boolean>): string {
  if (!isOfJobs) return ''
  return canRetryHelp
    ? `It is tried again by itself some times; then \`./ace retry --failed --cause ${code}\`.`
    : 'To try the same again would fail the same way.'
}
