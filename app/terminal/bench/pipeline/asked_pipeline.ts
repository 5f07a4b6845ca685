import { writeFile } from 'node:fs/promises'
import { WrongUsage } from '#app/terminal/errors'
import { namedFile, namedPath } from '#app/terminal/named_file'
import { requireWholeNumber } from '#app/terminal/whole_number'

const USUAL_JOBS = 20
const MOST_JOBS = 100_000
const MOST_AT_ONCE = 1000

/** As flags. */
interface Flags {
  video?: string
  jobs?: number
  concurrent: number
  preset: string
  rounds: number
  output?: string
}

/** @throws WrongUsage, FileUnreadable */
export async function askedPipeline({ video, output, ...asked }: Flags) {
  const { jobs = USUAL_JOBS, concurrent, preset, rounds } = asked
  if (!video) throw new WrongUsage('Name the file to send: --video holiday.mov')
  requireWholeNumber('--jobs', jobs, { min: 1, max: MOST_JOBS })
  requireWholeNumber('--concurrent', concurrent, { min: 1, max: MOST_AT_ONCE })
  const file = await namedFile(video)
  const outputPath = output === undefined ? null : namedPath(output)
  if (outputPath) await requireWritable(outputPath)
  return { file, jobs, concurrent, preset, turns: rounds, outputPath }
}

/** Better now than after an hour. */
async function requireWritable(path: string) {
  await writeFile(path, '', { flag: 'a' }).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUsage(`--output is "${path}", which cannot be written (${error.code})`)
  })
}
